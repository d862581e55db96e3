//--- expect 246 a structure is no number
void OnTick()
  {
   MqlTick tick={};
   Print(MathSqrt(tick)); // here
  }
