//--- expect 189 an input is read-only
input int Size=1;
void OnTick()
  {
   Size=2; // here
  }
