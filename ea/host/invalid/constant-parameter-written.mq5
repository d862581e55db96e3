//--- expect 189 a constant parameter stays
void Show(const int value)
  {
   value=2; // here
  }
void OnTick()
  {
   Show(1);
  }
