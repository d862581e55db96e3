//--- expect 121 a function returns its value
int One()
  {
   return; // here
  }
