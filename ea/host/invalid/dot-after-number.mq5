//--- expect 280 a member belongs to an object
void OnTick()
  {
   int value=1;
   Print(value.size); // here
  }
