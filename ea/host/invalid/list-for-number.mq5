//--- expect 242 a number is no list
void OnTick()
  {
   int value={5}; // here
   Print(value);
  }
