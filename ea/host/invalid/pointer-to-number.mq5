//--- expect 253 only objects of classes can be pointed at
void OnTick()
  {
   int *place=NULL; // here
   Print(place);
  }
