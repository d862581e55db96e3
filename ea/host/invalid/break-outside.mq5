//--- expect 153 break is for loops and switches
void OnTick()
  {
   break; // here
  }
