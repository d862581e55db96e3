//--- expect 70 OnTimer returns nothing
int OnTimer() // here
  {
   return 0;
  }
