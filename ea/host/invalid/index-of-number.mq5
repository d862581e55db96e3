//--- expect 241 only arrays have places
void OnTick()
  {
   int value=1;
   Print(value[0]); // here
  }
