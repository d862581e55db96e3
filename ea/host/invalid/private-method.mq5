//--- expect 214 a private method is the class's own
class Desk
  {
   void Open() { }
public:
   Desk() { }
  };
void OnTick()
  {
   Desk desk;
   desk.Open(); // here
  }
