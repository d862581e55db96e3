//--- expect 154 there are no exceptions
void OnTick()
  {
   throw 5; // here
  }
