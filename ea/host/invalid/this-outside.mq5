//--- expect 374 there is an object only in its methods
void OnTick()
  {
   Print(CheckPointer(this)); // here
  }
