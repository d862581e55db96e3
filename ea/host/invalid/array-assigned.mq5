//--- expect 120 an array is copied by ArrayCopy
void OnTick()
  {
   int values[2]={1,2};
   int others[]={1};
   values[0]=others[0];
   others=values[0]; // here
  }
