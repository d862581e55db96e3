//--- expect 150 only a pointer to an object has something behind it
void OnTick()
  {
   int count=1;
   Print(*count); // here
  }
