//--- expect 154 a for has three parts
void OnTick()
  {
   int values[3]={1,2,3};
   for(int value : values) // here
      Print(value);
  }
