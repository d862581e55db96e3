//--- expect 219 a constructor gives fields their values
class Desk
  {
public:
   int size=5; // here
  };
