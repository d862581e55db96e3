//--- expect 127 a structure is declared once
struct Quote
  {
   double bid;
  };
struct Quote // here
  {
   double ask;
  };
