//--- expect 902 what follows a return is never reached
void OnTick()
  {
   return;
   Print("never"); // here
  }
