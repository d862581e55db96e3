//--- expect 198 a known divisor is not zero
void OnTick()
  {
   int value=1;
   Print(value/0); // here
  }
