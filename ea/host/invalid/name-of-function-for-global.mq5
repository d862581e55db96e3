//--- expect 164 a name stands for one thing
void Size()
  {
  }
int Size; // here
