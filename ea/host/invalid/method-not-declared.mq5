//--- expect 213 a class declares its methods
class Desk
  {
  };
void Desk::Open() // here
  {
  }
