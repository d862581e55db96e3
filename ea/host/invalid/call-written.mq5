//--- expect 177 only a variable is written to
void OnTick()
  {
   Digits()=2; // here
  }
