//--- expect 260 a switch needs an integer
void OnTick()
  {
   string name="a";
   switch(name) // here
     {
      default:
         break;
     }
  }
