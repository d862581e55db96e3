//--- expect 43 a double does not keep every long
void OnTick()
  {
   long value=AccountInfoInteger(ACCOUNT_LOGIN);
   double real=value; // here
   Print(real);
  }
