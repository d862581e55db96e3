//--- expect 199 a constructor takes what it declares
class Desk
  {
public:
   Desk(int size) { Print(size); }
  };
void OnTick()
  {
   Desk desk(1,2); // here
  }
