//+------------------------------------------------------------------+
//| TerminalProbe.mq5                                                |
//| Calls the terminal's built-ins as a test asks by chart events,   |
//| and prints what they answered as JSON.                           |
//+------------------------------------------------------------------+
#include "Words.mqh"
#include "Requests.mqh"
#include "Readings.mqh"
#include "Series.mqh"

int OnInit()
  {
   return(INIT_SUCCEEDED);
  }

void OnTick()
  {
   Print("{\"event\":\"tick\"}");
  }

void OnTrade()
  {
   Print("{\"event\":\"trade\"}");
  }

void OnTradeTransaction(const MqlTradeTransaction &trans,const MqlTradeRequest &request,const MqlTradeResult &result)
  {
   string line="{"+Text("event","transaction")+","+Text("type",StringSubstr(EnumToString(trans.type),18));
   line+=","+Whole("order",(long)trans.order)+","+Whole("deal",(long)trans.deal)+","+Whole("position",(long)trans.position);
   line+=","+Number("price",trans.price)+","+Number("volume",trans.volume)+","+Number("sl",trans.price_sl);
   line+=","+Text("state",EnumToString(trans.order_state));
   if(trans.type==TRADE_TRANSACTION_REQUEST)
      line+=","+Whole("retcode",(long)result.retcode)+","+Whole("request",(long)result.request_id)+","+Whole("ticket",(long)request.order);
   Print(line+"}");
  }

void OnChartEvent(const int id,const long &lparam,const double &dparam,const string &sparam)
  {
   CWords words;
   words.Read(sparam);
   string what=words.Name();
   ResetLastError();
   string answer="";
   if(what=="send")
      answer=Sent(words,false);
   else if(what=="async")
      answer=Sent(words,true);
   else if(what=="many")
     {
      for(long i=words.Whole("count"); i>0; i--)
         answer=Sent(words,false);
     }
   else if(what=="check")
      answer=Checked(words);
   else if(what=="profit")
      answer=Profit(words);
   else if(what=="margin")
      answer=Margin(words);
   else if(what=="account")
      answer=Account();
   else if(what=="positions")
      answer=Positions();
   else if(what=="position")
      answer=Selected(PositionSelectByTicket((ulong)words.Whole("ticket")));
   else if(what=="selected")
      answer=Selected(true);
   else if(what=="orders")
      answer=Orders();
   else if(what=="history")
      answer=History(words);
   else if(what=="symbol")
      answer=SymbolFacts(words.Word("symbol"));
   else if(what=="ticks")
      answer=Ticks(words);
   else if(what=="rates")
      answer=Rates(words);
   else if(what=="calendar")
      answer=News(words);
   else if(what=="label")
      answer=Label(words);
   Print("{"+Text("answer",what)+","+Whole("error",GetLastError())+(answer=="" ? "" : ","+answer)+"}");
  }
//+------------------------------------------------------------------+
