//--- expect 114 a number is written without separators
void OnTick()
  {
   int value=1'000; // here
   Print(value);
  }
