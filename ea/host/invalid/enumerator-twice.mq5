//--- expect 191 a name of an enumeration stands once
enum Side
  {
   BUY,
   BUY // here
  };
