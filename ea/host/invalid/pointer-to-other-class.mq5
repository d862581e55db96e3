//--- expect 302 a pointer points at its own class
class Desk
  {
  };
class Chair
  {
  };
void OnTick()
  {
   Desk *desk=new Chair; // here
   delete desk;
  }
