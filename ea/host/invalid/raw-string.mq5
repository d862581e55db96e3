//--- expect 154 there are no raw strings
void OnTick()
  {
   string text=R"(a)"; // here
   Print(text);
  }
