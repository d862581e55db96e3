//+------------------------------------------------------------------+
//| Readings.mqh: what the terminal knows of the account             |
//+------------------------------------------------------------------+
string Account()
  {
   return(Number("balance",AccountInfoDouble(ACCOUNT_BALANCE))+","+Number("equity",AccountInfoDouble(ACCOUNT_EQUITY))+","+
          Number("profit",AccountInfoDouble(ACCOUNT_PROFIT))+","+Number("margin",AccountInfoDouble(ACCOUNT_MARGIN))+","+
          Number("free",AccountInfoDouble(ACCOUNT_MARGIN_FREE))+","+Number("level",AccountInfoDouble(ACCOUNT_MARGIN_LEVEL))+","+
          Whole("leverage",AccountInfoInteger(ACCOUNT_LEVERAGE))+","+Whole("mode",AccountInfoInteger(ACCOUNT_MARGIN_MODE))+","+
          Text("currency",AccountInfoString(ACCOUNT_CURRENCY)));
  }

string SelectedFacts()
  {
   return(Whole("ticket",PositionGetInteger(POSITION_TICKET))+","+Whole("id",PositionGetInteger(POSITION_IDENTIFIER))+","+
          Text("symbol",PositionGetString(POSITION_SYMBOL))+","+Whole("type",PositionGetInteger(POSITION_TYPE))+","+
          Number("volume",PositionGetDouble(POSITION_VOLUME))+","+Number("open",PositionGetDouble(POSITION_PRICE_OPEN))+","+
          Number("sl",PositionGetDouble(POSITION_SL))+","+Number("tp",PositionGetDouble(POSITION_TP))+","+
          Number("profit",PositionGetDouble(POSITION_PROFIT))+","+Number("swap",PositionGetDouble(POSITION_SWAP))+","+
          Whole("magic",PositionGetInteger(POSITION_MAGIC))+","+Text("comment",PositionGetString(POSITION_COMMENT)));
  }

string Selected(const bool selected)
  {
   return(Flag("ok",selected)+(selected ? ","+SelectedFacts() : ""));
  }

string Positions()
  {
   string list="";
   for(int i=0; i<PositionsTotal(); i++)
      if(PositionGetTicket(i)>0)
         list+=(list=="" ? "" : ",")+"{"+SelectedFacts()+"}";
   return("\"positions\":["+list+"]");
  }

string Orders()
  {
   string list="";
   for(int i=0; i<OrdersTotal(); i++)
     {
      ulong ticket=OrderGetTicket(i);
      list+=(list=="" ? "" : ",")+"{"+Whole("ticket",(long)ticket)+","+Whole("type",OrderGetInteger(ORDER_TYPE))+","+
            Number("price",OrderGetDouble(ORDER_PRICE_OPEN))+","+Number("left",OrderGetDouble(ORDER_VOLUME_CURRENT))+"}";
     }
   return("\"orders\":["+list+"]");
  }

string DealFacts(const ulong ticket)
  {
   return(Whole("ticket",(long)ticket)+","+Whole("order",HistoryDealGetInteger(ticket,DEAL_ORDER))+","+
          Whole("position",HistoryDealGetInteger(ticket,DEAL_POSITION_ID))+","+Whole("entry",HistoryDealGetInteger(ticket,DEAL_ENTRY))+","+
          Whole("reason",HistoryDealGetInteger(ticket,DEAL_REASON))+","+Number("volume",HistoryDealGetDouble(ticket,DEAL_VOLUME))+","+
          Number("price",HistoryDealGetDouble(ticket,DEAL_PRICE))+","+Number("profit",HistoryDealGetDouble(ticket,DEAL_PROFIT))+","+
          Number("commission",HistoryDealGetDouble(ticket,DEAL_COMMISSION))+","+Number("swap",HistoryDealGetDouble(ticket,DEAL_SWAP))+","+
          Text("comment",HistoryDealGetString(ticket,DEAL_COMMENT)));
  }

//--- from, to: server time in seconds; or position; or deal, which narrows the list of deals alone
string History(CWords &words)
  {
   bool done=true;
   if(words.Word("position")!="")
      done=HistorySelectByPosition((ulong)words.Whole("position"));
   else if(words.Word("deal")!="")
      done=HistoryDealSelect((ulong)words.Whole("deal"));
   else if(words.Word("to")!="")
      done=HistorySelect((datetime)words.Whole("from"),(datetime)words.Whole("to"));
   string list="";
   for(int i=0; i<HistoryDealsTotal(); i++)
      list+=(list=="" ? "" : ",")+"{"+DealFacts(HistoryDealGetTicket(i))+"}";
   string orders="";
   for(int i=0; i<HistoryOrdersTotal(); i++)
     {
      ulong ticket=HistoryOrderGetTicket(i);
      orders+=(orders=="" ? "" : ",")+"{"+Whole("ticket",(long)ticket)+","+Whole("state",HistoryOrderGetInteger(ticket,ORDER_STATE))+"}";
     }
   return(Flag("ok",done)+",\"deals\":["+list+"],\"orders\":["+orders+"]");
  }

string SymbolFacts(const string symbol)
  {
   return(Number("bid",SymbolInfoDouble(symbol,SYMBOL_BID))+","+Number("point",SymbolInfoDouble(symbol,SYMBOL_POINT))+","+
          Number("gain",SymbolInfoDouble(symbol,SYMBOL_TRADE_TICK_VALUE_PROFIT))+","+
          Number("loss",SymbolInfoDouble(symbol,SYMBOL_TRADE_TICK_VALUE_LOSS))+","+
          Whole("digits",SymbolInfoInteger(symbol,SYMBOL_DIGITS))+","+Whole("spread",SymbolInfoInteger(symbol,SYMBOL_SPREAD))+","+
          Whole("filling",SymbolInfoInteger(symbol,SYMBOL_FILLING_MODE))+","+Text("base",SymbolInfoString(symbol,SYMBOL_CURRENCY_BASE)));
  }
//+------------------------------------------------------------------+
