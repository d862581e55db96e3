//--- expect 109 there is no #if
#if 1 // here
void OnTick()
  {
  }
