//--- expect 157 there are no functions inside of expressions
void Run(int value)
  {
   Print(value);
  }
void OnTick()
  {
   Run([](int value) { Print(value); }); // here
  }
