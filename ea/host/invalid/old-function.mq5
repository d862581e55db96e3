//--- expect 168 functions of MQL4 are gone
void OnTick()
  {
   Print(TimeToStr(TimeCurrent())); // here
  }
