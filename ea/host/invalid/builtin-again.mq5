//--- expect 271 a function of MQL5 is not written again
int StringLen(string text) // here
  {
   return text=="" ? 0 : 1;
  }
