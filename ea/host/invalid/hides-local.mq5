//--- expect 61 a name is not hidden
void OnTick()
  {
   int value=1;
   for(int i=0; i<3; i++)
     {
      int value=i; // here
      Print(value);
     }
   Print(value);
  }
