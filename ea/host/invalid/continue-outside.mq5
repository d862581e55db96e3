//--- expect 210 continue is for loops
void OnTick()
  {
   continue; // here
  }
