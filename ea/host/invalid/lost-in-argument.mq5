//--- expect 43 arguments lose data as well
void OnTick()
  {
   double value=1.5;
   Print(IntegerToString(value)); // here
  }
