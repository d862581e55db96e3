//--- expect 256 a name is declared before
void OnTick()
  {
   Print(missing); // here
  }
