//--- expect 200 a reference needs a variable
void Raise(int &value)
  {
   value++;
  }
void OnTick()
  {
   Raise(5); // here
  }
