//--- expect 189 a constant object stays
struct Quote
  {
   double bid;
  };
void Change(const Quote &quote)
  {
   quote.bid=1; // here
  }
void Show(const string name)
  {
   Quote quote={1};
   Change(quote);
   Print(name);
  }
void OnTick()
  {
   Show(_Symbol);
  }
