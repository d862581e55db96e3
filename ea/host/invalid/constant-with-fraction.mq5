//--- expect 44 a whole number has no fraction
void OnTick()
  {
   int whole=1.5; // here
   Print(whole);
  }
