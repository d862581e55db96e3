//--- expect 181 a number becomes a text by a function
void OnTick()
  {
   string text=5; // here
   Print(text);
  }
