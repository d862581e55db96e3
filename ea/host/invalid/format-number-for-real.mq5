//--- expect 901 %d takes an integer
void OnTick()
  {
   PrintFormat("%d",1.5); // here
  }
