//--- expect 64 a predefined variable is not hidden
void OnTick()
  {
   int _Digits=5; // here
   Print(_Digits);
  }
