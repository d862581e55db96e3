//+------------------------------------------------------------------+
//| Requests.mqh: what is sent to the trade server                   |
//+------------------------------------------------------------------+
void FillRequest(CWords &words,MqlTradeRequest &request)
  {
   ZeroMemory(request);
   request.action=(ENUM_TRADE_REQUEST_ACTIONS)words.Whole("action");
   request.magic=(ulong)words.Whole("magic");
   request.order=(ulong)words.Whole("order");
   request.symbol=words.Word("symbol");
   request.volume=words.Number("volume");
   request.price=words.Number("price");
   request.stoplimit=words.Number("stoplimit");
   request.sl=words.Number("sl");
   request.tp=words.Number("tp");
   request.deviation=(ulong)words.Whole("deviation");
   request.type=(ENUM_ORDER_TYPE)words.Whole("type");
   request.type_filling=(ENUM_ORDER_TYPE_FILLING)words.Whole("filling");
   request.type_time=(ENUM_ORDER_TYPE_TIME)words.Whole("time");
   request.expiration=(datetime)words.Whole("expiration");
   request.comment=words.Word("comment");
   request.position=(ulong)words.Whole("position");
   request.position_by=(ulong)words.Whole("by");
  }

string Sent(CWords &words,const bool async)
  {
   MqlTradeRequest request;
   MqlTradeResult result;
   FillRequest(words,request);
   ZeroMemory(result);
   ulong startedAt=GetTickCount64();
   bool sent=async ? OrderSendAsync(request,result) : OrderSend(request,result);
   ulong took=GetTickCount64()-startedAt;
   return(Flag("ok",sent)+","+Whole("retcode",(long)result.retcode)+","+Whole("order",(long)result.order)+","+
          Whole("deal",(long)result.deal)+","+Number("volume",result.volume)+","+Number("price",result.price)+","+
          Number("bid",result.bid)+","+Number("ask",result.ask)+","+Text("comment",result.comment)+","+
          Whole("request",(long)result.request_id)+","+Whole("took",(long)took)+","+Whole("known",PositionsTotal()));
  }

string Checked(CWords &words)
  {
   MqlTradeRequest request;
   MqlTradeCheckResult result;
   FillRequest(words,request);
   ZeroMemory(result);
   bool passed=OrderCheck(request,result);
   return(Flag("ok",passed)+","+Whole("retcode",(long)result.retcode)+","+Number("balance",result.balance)+","+
          Number("equity",result.equity)+","+Number("margin",result.margin)+","+Number("free",result.margin_free)+","+
          Number("level",result.margin_level)+","+Text("comment",result.comment));
  }

string Profit(CWords &words)
  {
   double profit=0;
   bool known=OrderCalcProfit((ENUM_ORDER_TYPE)words.Whole("type"),words.Word("symbol"),words.Number("volume"),
                              words.Number("open"),words.Number("close"),profit);
   return(Flag("ok",known)+","+Number("profit",profit));
  }

string Margin(CWords &words)
  {
   double margin=0;
   bool known=OrderCalcMargin((ENUM_ORDER_TYPE)words.Whole("type"),words.Word("symbol"),words.Number("volume"),
                              words.Number("price"),margin);
   return(Flag("ok",known)+","+Number("margin",margin));
  }
//+------------------------------------------------------------------+
