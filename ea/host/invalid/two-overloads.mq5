//--- expect 182 only one overload may fit best
void Show(int one,double other)
  {
   Print(one,other);
  }
void Show(double one,int other)
  {
   Print(one,other);
  }
void OnTick()
  {
   int one=1;
   Show(one,one); // here
  }
