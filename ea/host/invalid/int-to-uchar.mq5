//--- expect 43 three bytes would be lost
void OnTick()
  {
   int value=Digits();
   uchar small=value; // here
   Print(small);
  }
