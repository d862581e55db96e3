//--- expect 274 a constant method changes nothing
class Desk
  {
   int size;
public:
   void Grow() const { size=2; } // here
  };
