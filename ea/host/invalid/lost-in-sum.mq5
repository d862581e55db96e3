//--- expect 43 a sum loses data as well
void OnTick()
  {
   int sum=0;
   double value=1.5;
   sum+=value; // here
   Print(sum);
  }
