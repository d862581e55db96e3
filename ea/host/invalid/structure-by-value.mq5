//--- expect 293 a structure is passed by reference
struct Quote
  {
   double bid;
  };
double Half(Quote quote) // here
  {
   return quote.bid/2;
  }
