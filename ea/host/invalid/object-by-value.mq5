//--- expect 293 an object is passed by reference
class Quote
  {
public:
   double bid;
  };
double Half(Quote quote) // here
  {
   return quote.bid/2;
  }
