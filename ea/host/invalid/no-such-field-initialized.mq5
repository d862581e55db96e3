//--- expect 130 a constructor initializes fields
class Desk
  {
public:
   Desk() : size(1) { } // here
  };
