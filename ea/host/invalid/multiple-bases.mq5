//--- expect 149 a class has one base
class One
  {
  };
class Two
  {
  };
class Both : public One, public Two // here
  {
  };
