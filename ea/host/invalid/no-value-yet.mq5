//--- expect 60 a variable is written before it is read
void OnTick()
  {
   int value;
   Print(value); // here
  }
