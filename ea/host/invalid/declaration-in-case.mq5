//--- expect 179 a case declares nothing without braces
void OnTick()
  {
   switch(Digits())
     {
      case 1:
         int value=1; // here
         Print(value);
         break;
     }
  }
