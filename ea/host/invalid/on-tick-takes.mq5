//--- expect 70 OnTick takes nothing
void OnTick(int value) // here
  {
   Print(value);
  }
