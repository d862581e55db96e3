//--- expect 256 there is no using
using Number=int; // here
void OnTick()
  {
  }
