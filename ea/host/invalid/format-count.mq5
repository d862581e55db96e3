//--- expect 901 each letter takes one value
void OnTick()
  {
   PrintFormat("%d %d",1); // here
  }
