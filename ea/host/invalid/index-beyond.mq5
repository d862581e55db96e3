//--- expect 218 a known index is inside of the array
void OnTick()
  {
   int values[2]={1,2};
   Print(values[2]); // here
  }
