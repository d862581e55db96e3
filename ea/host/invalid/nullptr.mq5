//--- expect 256 the empty pointer is NULL
class Desk
  {
  };
Desk *desk=NULL;
void OnTick()
  {
   if(CheckPointer(desk)==POINTER_INVALID)
      desk=nullptr; // here
  }
