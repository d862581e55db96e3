//--- expect 165 a function has one body
int One()
  {
   return 1;
  }
int One() // here
  {
   return 1;
  }
