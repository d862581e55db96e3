//--- expect 903 an integer becomes an enumeration by a cast
void OnTick()
  {
   int value=Digits();
   ENUM_ORDER_TYPE type=value; // here
   Print(type);
  }
