//--- expect 279 a constant object is not changed
class Desk
  {
   int size;
public:
   Desk() : size(1) { }
   int Grow() { return ++size; }
  };
void Show(const Desk &desk)
  {
   Print(desk.Grow()); // here
  }
void OnTick()
  {
   Desk desk;
   Show(desk);
  }
