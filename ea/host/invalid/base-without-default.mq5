//--- expect 339 a base is initialized
class Desk
  {
public:
   Desk(int size) { Print(size); }
  };
class Table : public Desk
  {
public:
   Table() { } // here
  };
