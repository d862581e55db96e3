//--- expect 202 a constant array cannot be passed to be changed
void Show(const uchar &bytes[])
  {
   ArrayResize(bytes,1); // here
  }
void OnTick()
  {
   uchar bytes[4];
   ArrayInitialize(bytes,0);
   Show(bytes);
  }
