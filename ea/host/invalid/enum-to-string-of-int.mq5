//--- expect 321 EnumToString takes an enumeration
void OnTick()
  {
   Print(EnumToString(5)); // here
  }
