//--- expect 264 a protected method is for the class and those derived from it
class Desk
  {
protected:
   void Open() { }
public:
   Desk() { }
  };
void OnTick()
  {
   Desk desk;
   desk.Open(); // here
  }
