//--- expect 199 a function takes what it declares
void Show(int value)
  {
   Print(value);
  }
void OnTick()
  {
   Show(1,2); // here
  }
