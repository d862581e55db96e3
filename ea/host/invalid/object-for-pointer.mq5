//--- expect 302 an object is no pointer
class Desk
  {
  };
void OnTick()
  {
   Desk table;
   Desk *desk=table; // here
   Print(CheckPointer(desk));
  }
