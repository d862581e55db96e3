//--- expect 370 a static field is defined outside of its class
class Desk
  {
public:
   static int count; // here
  };
