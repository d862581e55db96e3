//--- expect 199 a built-in takes what it declares
void OnTick()
  {
   Print(StringLen("a",1)); // here
  }
