//--- expect 903 a property belongs to its function
void OnTick()
  {
   double margin=AccountInfoDouble(SYMBOL_BID); // here
   Print(margin);
  }
