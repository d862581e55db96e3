//--- expect 382 only a virtual method is pure
class Desk
  {
public:
   void Open()=0; // here
  };
