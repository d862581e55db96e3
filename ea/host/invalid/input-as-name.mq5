//--- expect 149 words of the language are no names
void OnTick()
  {
   int input=1; // here
  }
