//--- expect 168 C's functions are not there
void OnTick()
  {
   memcpy(1,2,3); // here
  }
