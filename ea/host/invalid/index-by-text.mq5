//--- expect 334 a place is an integer
void OnTick()
  {
   int values[2]={1,2};
   Print(values["a"]); // here
  }
