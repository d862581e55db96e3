//--- expect 150 pointers are not counted with
class Desk
  {
  };
void OnTick()
  {
   Desk *desk=new Desk;
   Print(desk+1); // here
   delete desk;
  }
