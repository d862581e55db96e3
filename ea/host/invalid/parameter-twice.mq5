//--- expect 376 a parameter is named once
int Sum(int one,int one) // here
  {
   return one;
  }
