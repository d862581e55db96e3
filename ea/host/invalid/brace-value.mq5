//--- expect 154 a first value follows '='
void OnTick()
  {
   int value{5}; // here
   Print(value);
  }
