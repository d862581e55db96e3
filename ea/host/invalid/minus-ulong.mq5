//--- expect 67 what is unsigned has no minus
void OnTick()
  {
   ulong value=1;
   Print(-value); // here
  }
