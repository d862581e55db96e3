//--- expect 168 only MQL5's functions and one's own can be called
void OnTick()
  {
   Print(strlen("a")); // here
  }
