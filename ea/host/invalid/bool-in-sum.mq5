//--- expect 66 a bool is no number
void OnTick()
  {
   bool yes=IsStopped();
   Print(yes+1); // here
  }
