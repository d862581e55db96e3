//--- expect 266 a class comes from a class
struct Quote
  {
   double bid;
  };
class Desk : public Quote // here
  {
  };
