//--- expect 154 there are no exceptions
void OnTick()
  {
   try { Print("try"); } // here
  }
