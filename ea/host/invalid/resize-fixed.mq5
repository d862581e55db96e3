//--- expect 63 a fixed array stays as it is
void OnTick()
  {
   int values[2]={1,2};
   ArrayResize(values,5); // here
  }
