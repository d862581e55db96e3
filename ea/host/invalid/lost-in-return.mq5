//--- expect 43 returned values lose data as well
int Half(double value)
  {
   return value/2; // here
  }
