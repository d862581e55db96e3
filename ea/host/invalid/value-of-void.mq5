//--- expect 167 a void function returns nothing
void OnTick()
  {
   return 5; // here
  }
