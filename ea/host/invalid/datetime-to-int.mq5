//--- expect 43 half of a time would be lost
void OnTick()
  {
   int now=TimeCurrent(); // here
   Print(now);
  }
