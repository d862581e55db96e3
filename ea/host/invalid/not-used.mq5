//--- expect 31 a variable is used
void OnTick()
  {
   int value=1; // here
  }
