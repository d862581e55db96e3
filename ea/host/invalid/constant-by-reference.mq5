//--- expect 202 a constant cannot be passed to be changed
void Raise(int &value)
  {
   value++;
  }
void OnTick()
  {
   const int value=1;
   Raise(value); // here
  }
