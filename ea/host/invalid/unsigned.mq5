//--- expect 149 an unsigned int is a uint
void OnTick()
  {
   unsigned int value=1; // here
   Print(value);
  }
