//--- expect 399 an interface has no objects
interface Shape
  {
   double Area();
  };
void OnTick()
  {
   Shape *shape=new Shape; // here
   delete shape;
  }
