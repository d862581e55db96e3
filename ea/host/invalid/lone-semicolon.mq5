//--- expect 69 a condition controls something
void OnTick()
  {
   if(IsStopped()); // here
   Print("always");
  }
