//--- expect 389 a constant needs a value
void OnTick()
  {
   const int value; // here
   Print(value);
  }
