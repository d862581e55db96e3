//--- expect 62 a global is not hidden
int value=5;
void OnTick()
  {
   int value=1; // here
   Print(value);
  }
