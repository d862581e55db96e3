//--- expect 253 structures cannot be pointed at
void OnTick()
  {
   MqlTick *tick=NULL; // here
   Print(tick);
  }
