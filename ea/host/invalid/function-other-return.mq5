//--- expect 163 a function returns what it was declared to
int One();
long One() // here
  {
   return 1;
  }
