//--- expect 186 a list is not longer than its array
void OnTick()
  {
   int values[2]={1,2,3}; // here
   Print(values[0]);
  }
