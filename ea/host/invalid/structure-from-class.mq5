//--- expect 267 a structure comes from a structure
class Desk
  {
  };
struct Quote : public Desk // here
  {
  };
