//--- expect 43 half of a long would be lost
void OnTick()
  {
   long value=AccountInfoInteger(ACCOUNT_LOGIN);
   int small=value; // here
   Print(small);
  }
