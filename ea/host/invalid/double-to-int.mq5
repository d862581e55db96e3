//--- expect 43 a fraction would be lost
void OnTick()
  {
   double value=1.5;
   int whole=value; // here
   Print(whole);
  }
