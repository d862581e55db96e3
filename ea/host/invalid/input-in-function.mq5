//--- expect 326 an input stands at the top
void OnTick()
  {
   input int size=1; // here
   Print(size);
  }
