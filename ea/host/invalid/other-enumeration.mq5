//--- expect 903 one enumeration is not another
void OnTick()
  {
   ENUM_ORDER_TYPE type=POSITION_TYPE_SELL; // here
   Print(type);
  }
