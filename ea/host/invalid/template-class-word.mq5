//--- expect 149 template parameters are typename
template<class T> // here
T Twice(T value)
  {
   return value+value;
  }
