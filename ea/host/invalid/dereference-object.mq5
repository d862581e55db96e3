//--- expect 149 a pointer is followed by a dot
class Desk
  {
public:
   int size;
  };
void Show(Desk &desk)
  {
   Print(desk.size);
  }
void OnTick()
  {
   Desk *desk=new Desk;
   Show(*desk); // here
   delete desk;
  }
