//--- expect 299 only objects of classes are made with new
struct Quote
  {
   double bid;
  };
void OnTick()
  {
   Print(CheckPointer(new Quote)); // here
  }
