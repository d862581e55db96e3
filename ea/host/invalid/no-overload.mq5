//--- expect 166 one overload must fit
void Show(int value)
  {
   Print(value);
  }
void Show(string value)
  {
   Print(value);
  }
void OnTick()
  {
   MqlTick tick={};
   Show(tick); // here
  }
