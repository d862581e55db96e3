//--- expect 256 there is no size_t
void OnTick()
  {
   size_t value=1; // here
   Print(value);
  }
