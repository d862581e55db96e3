//--- expect 201 an array is passed as what it is
int Count(int &values[])
  {
   return ArraySize(values);
  }
void OnTick()
  {
   double values[];
   Count(values); // here
  }
