//--- expect 180 a text becomes a number by a function
void OnTick()
  {
   int value="5"; // here
   Print(value);
  }
