//--- expect 172 each case stands once
void OnTick()
  {
   switch(Digits())
     {
      case 1:
         break;
      case 1: // here
         break;
     }
  }
