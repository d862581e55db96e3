//--- expect 72 a field is not hidden
class Desk
  {
   int size;
public:
   Desk() : size(1) { }
   void Show()
     {
      int size=2; // here
      Print(size);
     }
  };
void OnTick()
  {
   Desk desk;
   desk.Show();
  }
