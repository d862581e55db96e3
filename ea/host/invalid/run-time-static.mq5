//--- expect 188 a static variable starts with a constant
void OnTick()
  {
   static datetime start=TimeCurrent(); // here
   Print(start);
  }
