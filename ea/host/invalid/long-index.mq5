//--- expect 43 an index has four bytes
void OnTick()
  {
   int values[2]={1,2};
   long place=(long)Digits();
   Print(values[place]); // here
  }
