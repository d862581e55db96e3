//--- expect 229 a reference can only be a parameter
void OnTick()
  {
   int count=1;
   int &again=count; // here
   Print(again);
  }
