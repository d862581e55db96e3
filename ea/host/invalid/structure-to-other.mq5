//--- expect 302 a structure is not another
void OnTick()
  {
   MqlTick tick={};
   MqlRates rates=tick; // here
   Print(rates.open);
  }
