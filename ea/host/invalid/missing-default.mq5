//--- expect 277 defaults go on to the end
void Show(int one=1,int other) // here
  {
   Print(one,other);
  }
