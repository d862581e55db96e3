//--- expect 252 a constructor is not called by hand
class Desk
  {
public:
   Desk(int size) { Print(size); }
  };
void OnTick()
  {
   Desk(1); // here
  }
