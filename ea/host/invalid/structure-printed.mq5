//--- expect 246 a structure is not printed
void OnTick()
  {
   MqlTick tick={};
   Print(tick); // here
  }
