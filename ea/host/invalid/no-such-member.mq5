//--- expect 130 a structure has the fields that it declares
void OnTick()
  {
   MqlTick tick={};
   Print(tick.price); // here
  }
