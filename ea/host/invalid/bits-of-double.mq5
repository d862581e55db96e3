//--- expect 150 a real number has no bits
void OnTick()
  {
   double value=1.5;
   Print(value&1); // here
  }
