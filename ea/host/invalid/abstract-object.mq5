//--- expect 383 an abstract class has no objects
class Shape
  {
public:
   virtual double Area()=0;
  };
void OnTick()
  {
   Shape *shape=new Shape; // here
   delete shape;
  }
