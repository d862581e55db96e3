//--- expect 171 a case is an integer
void OnTick()
  {
   switch(Digits())
     {
      case 1.5: // here
         break;
     }
  }
