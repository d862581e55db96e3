//--- expect 260 a switch needs an integer
void OnTick()
  {
   double value=1;
   switch(value) // here
     {
      default:
         break;
     }
  }
