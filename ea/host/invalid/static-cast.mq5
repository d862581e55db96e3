//--- expect 168 a cast is (type)value
void OnTick()
  {
   double value=1.5;
   int whole=static_cast<int>(value); // here
   Print(whole);
  }
