//--- expect 901 %s takes a text
void OnTick()
  {
   PrintFormat("%s",5); // here
  }
