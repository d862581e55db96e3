//--- expect 293 a structure of MQL5 is passed by reference too
double Middle(MqlTick tick) // here
  {
   return (tick.bid+tick.ask)/2;
  }
