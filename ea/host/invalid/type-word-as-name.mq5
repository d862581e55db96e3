//--- expect 149 types are no names
void OnTick()
  {
   int vector=1; // here
   Print(vector);
  }
