//--- expect 83 what a trade brings is looked at
void OnTick()
  {
   MqlTradeRequest request={};
   MqlTradeResult result={};
   OrderSend(request,result); // here
  }
