//--- expect 253 a number has no address
void OnTick()
  {
   int count=1;
   Print(&count); // here
  }
