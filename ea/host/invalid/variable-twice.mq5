//--- expect 124 a variable is declared once
void OnTick()
  {
   int value=1;
   int value=2; // here
   Print(value);
  }
