//--- expect 188 the size of an array is a constant
void OnTick()
  {
   int size=3;
   int values[size]; // here
   ArrayInitialize(values,0);
  }
