//--- expect 189 a constant stays
void OnTick()
  {
   const int value=1;
   value=2; // here
  }
