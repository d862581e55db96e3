//--- expect 149 a member follows a dot
class Desk
  {
public:
   int size;
  };
void OnTick()
  {
   Desk *desk=new Desk;
   Print(desk->size); // here
   delete desk;
  }
