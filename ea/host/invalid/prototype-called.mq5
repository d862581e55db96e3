//--- expect 111 a called function has a body
int One(); // here
void OnTick()
  {
   Print(One());
  }
