//--- expect 180 a text is compared with a text
void OnTick()
  {
   string text="5";
   if(text==5) // here
      Print(text);
  }
