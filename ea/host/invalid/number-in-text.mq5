//--- expect 181 a number is joined to a text by a function
void OnTick()
  {
   int value=5;
   Print("value "+value); // here
  }
