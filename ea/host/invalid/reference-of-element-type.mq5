//--- expect 201 a field is passed as what it is
void Change(long &value)
  {
   value=2;
  }
void OnTick()
  {
   MqlTick tick={};
   Change(tick.volume); // here
  }
