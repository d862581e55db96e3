//--- expect 252 a text is neither true nor false
void OnTick()
  {
   string text="a";
   if((bool)text) // here
      Print(text);
  }
