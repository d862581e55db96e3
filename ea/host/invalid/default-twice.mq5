//--- expect 238 there is one default
void OnTick()
  {
   switch(Digits())
     {
      default:
         break;
      default: // here
         break;
     }
  }
