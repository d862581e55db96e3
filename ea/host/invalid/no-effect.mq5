//--- expect 178 a result is used
void OnTick()
  {
   int value=1;
   value==2; // here
  }
