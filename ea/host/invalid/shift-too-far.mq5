//--- expect 75 a shift stays inside of its number
void OnTick()
  {
   int value=1;
   Print(value<<40); // here
  }
