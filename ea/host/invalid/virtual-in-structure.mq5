//--- expect 269 methods of structures are not virtual
struct Quote
  {
   virtual double Bid() { return 0; } // here
  };
