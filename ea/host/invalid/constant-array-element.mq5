//--- expect 189 elements of a constant array stay
void Change(const int &values[])
  {
   values[0]=2; // here
  }
void OnTick()
  {
   int values[1]={1};
   Change(values);
  }
