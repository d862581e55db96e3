//--- expect 280 texts have functions, not methods
void OnTick()
  {
   string text="a";
   Print(text.Length()); // here
  }
