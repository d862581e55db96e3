//--- expect 256 the types have MQL5 names
void OnTick()
  {
   int64_t value=1; // here
   Print(value);
  }
