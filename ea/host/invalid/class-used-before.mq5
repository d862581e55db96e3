//--- expect 256 a class is declared before it is used
class Desk
  {
   Chair chair; // here
  };
class Chair
  {
  };
