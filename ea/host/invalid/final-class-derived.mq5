//--- expect 401 a final class is the last
class Desk final
  {
  };
class Other : public Desk // here
  {
  };
