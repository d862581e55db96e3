//--- expect 45 signs are compared only with their like
void OnTick()
  {
   int one=Digits();
   uint other=GetTickCount();
   if(one>other) // here
      Print(one);
  }
