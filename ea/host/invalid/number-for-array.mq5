//--- expect 241 an array is wanted
int Count(int &values[])
  {
   return ArraySize(values);
  }
void OnTick()
  {
   int value=1;
   Print(Count(value)); // here
  }
