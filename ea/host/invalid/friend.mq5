//--- expect 149 there are no friends
class Desk
  {
   friend class Other; // here
  };
