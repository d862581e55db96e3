//--- expect 149 a constant is const
void OnTick()
  {
   constexpr int value=1; // here
   Print(value);
  }
