//--- expect 253 there is no pointer to nothing
void OnTick()
  {
   void *place=NULL; // here
   Print(place);
  }
