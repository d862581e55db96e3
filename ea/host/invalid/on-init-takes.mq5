//--- expect 54 OnInit takes nothing
int OnInit(int value) // here
  {
   return value;
  }
