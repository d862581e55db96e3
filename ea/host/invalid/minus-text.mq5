//--- expect 150 texts cannot be subtracted
void OnTick()
  {
   string text="a";
   Print(text-"b"); // here
  }
