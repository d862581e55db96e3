//--- expect 154 there is no std
void OnTick()
  {
   std::string name="a"; // here
   Print(name);
  }
