//--- expect 224 a method is defined as it was declared
class Desk
  {
public:
   void Open(int size) { Print(size); }
  };
void Desk::Open(string name) // here
  {
   Print(name);
  }
