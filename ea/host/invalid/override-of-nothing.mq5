//--- expect 404 an override needs something to override
class Desk
  {
public:
   void Open() override { } // here
  };
