//--- expect 256 there is no auto
void OnTick()
  {
   auto value=1; // here
   Print(value);
  }
