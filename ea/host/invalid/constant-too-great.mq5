//--- expect 44 a constant fits its variable
void OnTick()
  {
   uchar small=300; // here
   Print(small);
  }
