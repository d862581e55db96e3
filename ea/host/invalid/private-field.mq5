//--- expect 211 a private field is the class's own
class Desk
  {
   int size;
public:
   Desk() : size(1) { }
  };
void OnTick()
  {
   Desk desk;
   Print(desk.size); // here
  }
