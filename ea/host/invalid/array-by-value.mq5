//--- expect 294 an array is passed by reference
int Sum(int values[]) // here
  {
   return ArraySize(values);
  }
