//--- expect 151 nothing is no value
void OnTick()
  {
   int value=Sleep(5); // here
   Print(value);
  }
