//--- expect 262 a number is a value of the enumeration
void OnTick()
  {
   ENUM_ORDER_TYPE type=77; // here
   Print(type);
  }
