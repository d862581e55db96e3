//--- expect 368 only plain structures are bytes
void OnTick()
  {
   MqlTradeRequest request={};
   uchar bytes[];
   StructToCharArray(request,bytes); // here
  }
