//--- expect 237 only a pointer is deleted
void OnTick()
  {
   int value=1;
   delete value; // here
  }
