//--- expect 60 a variable is written on every path
void OnTick()
  {
   int value;
   if(IsStopped())
      value=1;
   Print(value); // here
  }
