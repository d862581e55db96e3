//+------------------------------------------------------------------+
//| Sender.mqh                                                       |
//| The only place that calls OrderSend. Builds the request, chooses |
//| the filling mode, tells the app that the terminal is about to    |
//| stand still, and judges the answer.                              |
//+------------------------------------------------------------------+
#ifndef BITTEN_SENDER_MQH
#define BITTEN_SENDER_MQH

#include "DeskParts.mqh"
#include "Retcodes.mqh"
#include "Closings.mqh"

//--- An OrderSend takes milliseconds or, when the server is silent, up to three minutes
#define SENDER_BUSY_MS 60000

class CSender
  {
private:
   CDeskParts       *m_desk;
   CClosings         m_closings;

   static int        Fillings(const string symbol,ENUM_ORDER_TYPE_FILLING &modes[]);
   static ENUM_ORDER_TYPE_FILLING FirstFilling(const string symbol);
   static void       AddIf(const bool isAllowed,const ENUM_ORDER_TYPE_FILLING mode,ENUM_ORDER_TYPE_FILLING &modes[]);
   static void       Fill(const SCommand &command,const long magic,MqlTradeRequest &request);
   static void       Doubt(const MqlTradeCheckResult &check,SVerdict &refusal);
   static void       Tell(const string symbol,const MqlTradeResult &result,SVerdict &heard);
   ENUM_SENT         Send(MqlTradeRequest &request,SVerdict &heard);
   ENUM_SENT         Deal(MqlTradeRequest &request,SVerdict &heard);

public:
   void              Open(CDeskParts &desk) { m_desk=GetPointer(desk); }
   //--- A market order with its stop and target in a filling mode that the terminal takes, checked for margin.
   //--- Nothing is sent. False: why not
   bool              Prepare(const SCommand &command,const MqlTick &tick,const long deviation,MqlTradeRequest &request,
                             SVerdict &refusal);
   //--- A limit order that the broker ends by itself; the rest as above
   bool              PreparePlace(const SCommand &command,const datetime until,MqlTradeRequest &request,SVerdict &refusal);
   //--- Sends it. heard: what the trade server said
   ENUM_SENT         Place(MqlTradeRequest &request,SVerdict &heard) { return(Send(request,heard)); }
   ENUM_SENT         Fire(MqlTradeRequest &request,SVerdict &heard) { return(Deal(request,heard)); }
   //--- A close of the selected position is on its way: where positions are netted another one would open the opposite
   bool              IsClosing() { return(m_closings.HasSelected(CDeskParts::SteadyMs())); }
   //--- Closes lots of the selected position; the request names its ticket. Refused while another close is on its way
   ENUM_SENT         CloseSelected(const double lots,const long deviation,const long magic,const string comment,SVerdict &heard);
   //--- An order that waits, or what is left of one that was filled in part
   ENUM_SENT         Remove(const ulong order,const string symbol,SVerdict &heard);
   //--- Stop and target of the selected position
   ENUM_SENT         MoveSelected(const double stop,const double target,const long magic,SVerdict &heard);
  };
//+------------------------------------------------------------------+
void CSender::AddIf(const bool isAllowed,const ENUM_ORDER_TYPE_FILLING mode,ENUM_ORDER_TYPE_FILLING &modes[])
  {
   if(!isAllowed)
      return;
   int count=ArraySize(modes);
   ArrayResize(modes,count+1);
   modes[count]=mode;
  }
//+------------------------------------------------------------------+
//| In the order in which they are tried. With market and exchange   |
//| execution the symbol says which ones there are; RETURN exists    |
//| everywhere but with market execution                             |
//+------------------------------------------------------------------+
int CSender::Fillings(const string symbol,ENUM_ORDER_TYPE_FILLING &modes[])
  {
   ArrayResize(modes,0);
   long execution=SymbolInfoInteger(symbol,SYMBOL_TRADE_EXEMODE);
   long flags=SymbolInfoInteger(symbol,SYMBOL_FILLING_MODE);
   bool isMarket=(execution==SYMBOL_TRADE_EXECUTION_MARKET);
   bool isFree=(execution==SYMBOL_TRADE_EXECUTION_REQUEST || execution==SYMBOL_TRADE_EXECUTION_INSTANT);
   //--- A symbol with market execution and no flags at all says nothing: both are tried
   bool isSilent=(isMarket && (flags&(SYMBOL_FILLING_FOK|SYMBOL_FILLING_IOC))==0);
   AddIf(isFree || isSilent || (flags&SYMBOL_FILLING_FOK)!=0,ORDER_FILLING_FOK,modes);
   AddIf(isFree || isSilent || (flags&SYMBOL_FILLING_IOC)!=0,ORDER_FILLING_IOC,modes);
   AddIf(!isMarket,ORDER_FILLING_RETURN,modes);
   return(ArraySize(modes));
  }
//+------------------------------------------------------------------+
ENUM_ORDER_TYPE_FILLING CSender::FirstFilling(const string symbol)
  {
   ENUM_ORDER_TYPE_FILLING modes[];
   return(Fillings(symbol,modes)>0 ? modes[0] : ORDER_FILLING_FOK);
  }
//+------------------------------------------------------------------+
void CSender::Tell(const string symbol,const MqlTradeResult &result,SVerdict &heard)
  {
   string text=CRetcodes::Text(result.retcode);
   if(StringLen(result.comment)>0)
      text+=" ("+result.comment+")";
   CVerdict::Make(heard,"rejected",(long)result.retcode,text);
   heard.order=result.order;
   heard.deal=result.deal;
   if(result.price>0.0)
      heard.price=CDecimal::Price(result.price,(int)SymbolInfoInteger(symbol,SYMBOL_DIGITS));
   if(result.volume>0.0)
      heard.lots=CDecimal::Lots(result.volume,SymbolInfoDouble(symbol,SYMBOL_VOLUME_STEP));
  }
//+------------------------------------------------------------------+
ENUM_SENT CSender::Send(MqlTradeRequest &request,SVerdict &heard)
  {
   MqlTradeResult result;
   ZeroMemory(result);
   m_desk.pause.AboutToBlock(SENDER_BUSY_MS);
   ResetLastError();
   bool isSent=OrderSend(request,result);
   int error=GetLastError();
   Tell(request.symbol,result,heard);
   if(!isSent && error==ERR_TRADE_DISABLED)
     {
      heard.text="Trading by this Expert Advisor is switched off";
      return(SENT_REFUSED);
     }
   if(result.retcode==0)
      heard.text="OrderSend failed with error "+IntegerToString(error)+" and no return code";
   return(CRetcodes::Judge(isSent,result.retcode));
  }
//+------------------------------------------------------------------+
//| The mode in the request first. A filling mode that the broker    |
//| does not take is a refusal before anything was executed, so the  |
//| next one may be tried                                            |
//+------------------------------------------------------------------+
ENUM_SENT CSender::Deal(MqlTradeRequest &request,SVerdict &heard)
  {
   ENUM_ORDER_TYPE_FILLING modes[];
   int count=Fillings(request.symbol,modes);
   int first=0;
   while(first<count && modes[first]!=request.type_filling)
      first++;
   CVerdict::Make(heard,"rejected",TRADE_RETCODE_INVALID_FILL,CRetcodes::Text(TRADE_RETCODE_INVALID_FILL));
   for(int i=first; i<count; i++)
     {
      request.type_filling=modes[i];
      ENUM_SENT sent=Send(request,heard);
      if(sent!=SENT_REFUSED || heard.retcode!=TRADE_RETCODE_INVALID_FILL)
         return(sent);
     }
   return(SENT_REFUSED);
  }
//+------------------------------------------------------------------+
bool CSender::Prepare(const SCommand &command,const MqlTick &tick,const long deviation,MqlTradeRequest &request,
                      SVerdict &refusal)
  {
   Fill(command,m_desk.family.MagicOf(command.id),request);
   request.action=TRADE_ACTION_DEAL;
   request.type=command.isBuy ? ORDER_TYPE_BUY : ORDER_TYPE_SELL;
   request.price=command.isBuy ? tick.ask : tick.bid;
   request.deviation=(ulong)deviation;
   request.type_time=ORDER_TIME_GTC;
   ENUM_ORDER_TYPE_FILLING modes[];
   int count=Fillings(request.symbol,modes);
   CVerdict::Make(refusal,"rejected",TRADE_RETCODE_INVALID_FILL,CRetcodes::Text(TRADE_RETCODE_INVALID_FILL));
   for(int i=0; i<count; i++)
     {
      request.type_filling=modes[i];
      MqlTradeCheckResult check;
      ZeroMemory(check);
      if(OrderCheck(request,check))
         return(true);
      Doubt(check,refusal);
      if(check.retcode!=TRADE_RETCODE_INVALID_FILL)
         return(false);
     }
   return(false);
  }
//+------------------------------------------------------------------+
void CSender::Fill(const SCommand &command,const long magic,MqlTradeRequest &request)
  {
   ZeroMemory(request);
   request.magic=(ulong)magic;
   request.symbol=command.symbol;
   request.volume=command.lots;
   request.sl=command.stop;
   request.tp=command.target;
   request.comment=command.comment;
  }
//+------------------------------------------------------------------+
//| What OrderCheck had against it                                   |
//+------------------------------------------------------------------+
void CSender::Doubt(const MqlTradeCheckResult &check,SVerdict &refusal)
  {
   string comment=(StringLen(check.comment)>0) ? " ("+check.comment+")" : "";
   CVerdict::Make(refusal,check.retcode==0 ? "denied" : "rejected",(long)check.retcode,
                  (check.retcode==0 ? "The terminal refused to check it" : CRetcodes::Text(check.retcode))+comment);
  }
//+------------------------------------------------------------------+
//| The filling mode of every order that waits is RETURN. Most       |
//| brokers reserve no margin for it: what it would take is compared |
//| here                                                             |
//+------------------------------------------------------------------+
bool CSender::PreparePlace(const SCommand &command,const datetime until,MqlTradeRequest &request,SVerdict &refusal)
  {
   Fill(command,m_desk.family.MagicOf(command.id),request);
   request.action=TRADE_ACTION_PENDING;
   request.type=command.isBuy ? ORDER_TYPE_BUY_LIMIT : ORDER_TYPE_SELL_LIMIT;
   request.price=command.price;
   request.type_filling=ORDER_FILLING_RETURN;
   request.type_time=ORDER_TIME_SPECIFIED;
   request.expiration=until;
   double margin=0.0;
   ENUM_ORDER_TYPE type=command.isBuy ? ORDER_TYPE_BUY : ORDER_TYPE_SELL;
   if(!OrderCalcMargin(type,command.symbol,command.lots,command.price,margin))
     {
      CVerdict::Make(refusal,"denied",0,"The margin that it would take cannot be told");
      return(false);
     }
   if(margin>AccountInfoDouble(ACCOUNT_MARGIN_FREE))
     {
      CVerdict::Make(refusal,"rejected",TRADE_RETCODE_NO_MONEY,CRetcodes::Text(TRADE_RETCODE_NO_MONEY));
      return(false);
     }
   MqlTradeCheckResult check;
   ZeroMemory(check);
   if(OrderCheck(request,check))
      return(true);
   Doubt(check,refusal);
   return(false);
  }
//+------------------------------------------------------------------+
ENUM_SENT CSender::CloseSelected(const double lots,const long deviation,const long magic,const string comment,
                                 SVerdict &heard)
  {
   if(IsClosing())
     {
      CVerdict::Make(heard,"rejected",TRADE_RETCODE_LOCKED,"Another close of it is under way");
      return(SENT_REFUSED);
     }
   double open=PositionGetDouble(POSITION_VOLUME);
   MqlTradeRequest request;
   ZeroMemory(request);
   bool isLong=(PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY);
   request.action=TRADE_ACTION_DEAL;
   request.position=(ulong)PositionGetInteger(POSITION_TICKET);
   request.symbol=PositionGetString(POSITION_SYMBOL);
   request.magic=(ulong)magic;
   request.volume=lots;
   request.type=isLong ? ORDER_TYPE_SELL : ORDER_TYPE_BUY;
   request.price=SymbolInfoDouble(request.symbol,isLong ? SYMBOL_BID : SYMBOL_ASK);
   request.deviation=(ulong)deviation;
   request.type_time=ORDER_TIME_GTC;
   request.comment=comment;
   request.type_filling=FirstFilling(request.symbol);
   ENUM_SENT sent=Deal(request,heard);
   //--- Where each position stands alone a close that may be lost can be sent again: it finds its position or nothing
   bool isDone=(sent==SENT_DONE && heard.retcode!=TRADE_RETCODE_PLACED);
   if(isDone || (sent!=SENT_REFUSED && !CDeskParts::IsHedging()))
      m_closings.Note(request.position,open,CDeskParts::SteadyMs()+(ulong)m_desk.settings.settleSeconds*1000);
   return(sent);
  }
//+------------------------------------------------------------------+
ENUM_SENT CSender::Remove(const ulong order,const string symbol,SVerdict &heard)
  {
   MqlTradeRequest request;
   ZeroMemory(request);
   request.action=TRADE_ACTION_REMOVE;
   request.order=order;
   request.symbol=symbol;
   return(Send(request,heard));
  }
//+------------------------------------------------------------------+
ENUM_SENT CSender::MoveSelected(const double stop,const double target,const long magic,SVerdict &heard)
  {
   MqlTradeRequest request;
   ZeroMemory(request);
   request.action=TRADE_ACTION_SLTP;
   request.position=(ulong)PositionGetInteger(POSITION_TICKET);
   request.symbol=PositionGetString(POSITION_SYMBOL);
   request.magic=(ulong)magic;
   request.sl=stop;
   request.tp=target;
   return(Send(request,heard));
  }

#endif
//+------------------------------------------------------------------+
