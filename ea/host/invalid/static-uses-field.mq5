//--- expect 351 a static method has no object
class Desk
  {
   int size;
public:
   Desk() : size(1) { }
   static void Show() { Print(size); } // here
  };
void OnTick()
  {
   Desk::Show();
  }
