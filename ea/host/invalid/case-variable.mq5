//--- expect 187 a case is a constant
void OnTick()
  {
   int one=1;
   switch(Digits())
     {
      case one: // here
         break;
     }
  }
