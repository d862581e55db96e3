//--- expect 201 a reference needs the same type
void Raise(int &value)
  {
   value++;
  }
void OnTick()
  {
   double value=1;
   Raise(value); // here
  }
