//--- expect 117 every path returns
int One(bool yes)
  {
   if(yes)
      return 1;
  } // here
