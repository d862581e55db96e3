//--- expect 204 a protected field is for the class and those derived from it
class Desk
  {
protected:
   int size;
public:
   Desk() : size(1) { }
  };
void OnTick()
  {
   Desk desk;
   Print(desk.size); // here
  }
