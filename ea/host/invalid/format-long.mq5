//--- expect 901 a long is %I64d
void OnTick()
  {
   PrintFormat("%d",AccountInfoInteger(ACCOUNT_LOGIN)); // here
  }
