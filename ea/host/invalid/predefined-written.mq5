//--- expect 189 a predefined variable is read-only
void OnTick()
  {
   _Digits=2; // here
  }
