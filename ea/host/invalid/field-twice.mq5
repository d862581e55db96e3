//--- expect 129 a field stands once
class Desk
  {
   int size;
   int size; // here
  };
