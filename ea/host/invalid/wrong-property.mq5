//--- expect 903 each function has its own properties
void OnTick()
  {
   Print(PositionGetDouble(ORDER_SL)); // here
  }
