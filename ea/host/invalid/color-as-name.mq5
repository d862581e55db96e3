//--- expect 149 types are no names
void OnTick()
  {
   int color=1; // here
  }
