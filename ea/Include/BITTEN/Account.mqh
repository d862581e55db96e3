//+------------------------------------------------------------------+
//| Account.mqh                                                      |
//| The account and its open positions, as the app is told of them:  |
//| whole, and when they changed.                                    |
//+------------------------------------------------------------------+
#ifndef BITTEN_ACCOUNT_MQH
#define BITTEN_ACCOUNT_MQH

#include "JsonWriter.mqh"
#include "OrderDesk.mqh"
#include "Identity.mqh"

#define ACCOUNT_EVERY_MS     250
//--- Floating profit moves with each tick, and is told less often than what was done
#define PROFIT_EVERY_MS      1000

class CAccount
  {
private:
   IOutbox          *m_outbox;
   IMarketTime      *m_time;
   COrderDesk       *m_desk;
   bool              m_isTraining;
   string            m_account;
   long              m_accountMs;
   string            m_positions;
   string            m_deeds;
   long              m_positionsMs;
   bool              m_isDone;

   string            Body(void);
   string            Positions(void);
   void              Write(CJsonWriter &writer,const ulong ticket);
   static void       WritePrice(CJsonWriter &writer,const string name,const double price,const int digits);
   string            Deeds(void);

public:
                     CAccount(void);
   void              Bind(IOutbox *outbox,IMarketTime *time,COrderDesk *desk,const bool isTraining);
   //--- Both, whatever was told before: at the start of a session and for `sync`
   void              Tell(const long nowMs);
   //--- Something was done: look at once
   void              OnTrade(void) { m_isDone=true; }
   void              Poll(const long nowMs);
  };
//+------------------------------------------------------------------+
CAccount::CAccount(void)
   : m_outbox(NULL),m_time(NULL),m_desk(NULL),m_isTraining(false),m_account(""),m_accountMs(0),m_positions(""),m_deeds(""),
     m_positionsMs(0),m_isDone(false)
  {
  }
//+------------------------------------------------------------------+
void CAccount::Bind(IOutbox *outbox,IMarketTime *time,COrderDesk *desk,const bool isTraining)
  {
   m_outbox=outbox;
   m_time=time;
   m_desk=desk;
   m_isTraining=isTraining;
  }
//+------------------------------------------------------------------+
void CAccount::Tell(const long nowMs)
  {
   m_account=Body();
   m_accountMs=nowMs;
   m_outbox.Say(MESSAGE_ACCOUNT,m_account);
   m_deeds=Deeds();
   m_positions=Positions();
   m_positionsMs=nowMs;
   m_outbox.Say(MESSAGE_POSITIONS,m_positions);
  }
//+------------------------------------------------------------------+
void CAccount::Poll(const long nowMs)
  {
   if(m_isDone || nowMs-m_positionsMs>=ACCOUNT_EVERY_MS)
     {
      string deeds=Deeds();
      bool isDone=(deeds!=m_deeds);
      if(isDone || (deeds!="" && nowMs-m_positionsMs>=PROFIT_EVERY_MS))
        {
         string positions=Positions();
         if(positions!=m_positions && m_outbox.Say(MESSAGE_POSITIONS,positions)>0)
           {
            m_positions=positions;
            m_deeds=deeds;
           }
         m_positionsMs=nowMs;
        }
     }
   if(nowMs-m_accountMs<ACCOUNT_EVERY_MS && !m_isDone)
      return;
   m_isDone=false;
   m_accountMs=nowMs;
   string account=Body();
   if(account!=m_account && m_outbox.Say(MESSAGE_ACCOUNT,account)>0)
      m_account=account;
  }
//+------------------------------------------------------------------+
string CAccount::Body(void)
  {
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Text("currency",AccountInfoString(ACCOUNT_CURRENCY));
   writer.Text("balance",CDecimal::Money(AccountInfoDouble(ACCOUNT_BALANCE)));
   writer.Text("equity",CDecimal::Money(AccountInfoDouble(ACCOUNT_EQUITY)));
   writer.Text("margin",CDecimal::Money(AccountInfoDouble(ACCOUNT_MARGIN)));
   writer.Text("freeMargin",CDecimal::Money(AccountInfoDouble(ACCOUNT_MARGIN_FREE)));
   writer.Integer("leverage",AccountInfoInteger(ACCOUNT_LEVERAGE));
   writer.Text("kind",AccountKind(m_isTraining));
   writer.Boolean("tradeAllowed",AccountInfoInteger(ACCOUNT_TRADE_ALLOWED)!=0 && AccountInfoInteger(ACCOUNT_TRADE_EXPERT)!=0);
   writer.ObjectEnd();
   return(writer.Done());
  }
//+------------------------------------------------------------------+
//| What somebody did about the positions, without what prices do    |
//+------------------------------------------------------------------+
string CAccount::Deeds(void)
  {
   string deeds="";
   int total=PositionsTotal();
   for(int i=0; i<total; i++)
     {
      ulong ticket=PositionGetTicket(i);
      if(ticket!=0)
         StringAdd(deeds,StringFormat("%I64u %.8f %.8f %.8f %.8f;",ticket,PositionGetDouble(POSITION_VOLUME),
                                      PositionGetDouble(POSITION_PRICE_OPEN),PositionGetDouble(POSITION_SL),
                                      PositionGetDouble(POSITION_TP)));
     }
   return(deeds);
  }
//+------------------------------------------------------------------+
string CAccount::Positions(void)
  {
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.ArrayBegin("positions");
   int total=(int)MathMin(LIMIT_POSITIONS,PositionsTotal());
   for(int i=0; i<total; i++)
     {
      //--- Its lasting identifier: deals name that one, and a ticket may change overnight
      if(PositionGetTicket(i)!=0)
         Write(writer,(ulong)PositionGetInteger(POSITION_IDENTIFIER));
     }
   writer.ArrayEnd();
   writer.ObjectEnd();
   return(writer.Done());
  }
//+------------------------------------------------------------------+
//| Of the position that is selected                                 |
//+------------------------------------------------------------------+
void CAccount::Write(CJsonWriter &writer,const ulong ticket)
  {
   string symbol=PositionGetString(POSITION_SYMBOL);
   int digits=(int)SymbolInfoInteger(symbol,SYMBOL_DIGITS);
   bool isBuy=(PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY);
   double lots=PositionGetDouble(POSITION_VOLUME);
   double open=PositionGetDouble(POSITION_PRICE_OPEN);
   double stop=PositionGetDouble(POSITION_SL);
   double target=PositionGetDouble(POSITION_TP);
   double profit=PositionGetDouble(POSITION_PROFIT);
   double swap=PositionGetDouble(POSITION_SWAP);
   long openMs=m_time.UtcFromServer(PositionGetInteger(POSITION_TIME_MSC));
   long magic=PositionGetInteger(POSITION_MAGIC);
   string id=m_desk.IdOf(magic);
   writer.ObjectBegin();
   writer.Text("position",CDecimal::Ticket(ticket));
   writer.Text("symbol",symbol);
   writer.Text("side",isBuy ? "buy" : "sell");
   writer.Text("lots",CDecimal::Lots(lots,SymbolInfoDouble(symbol,SYMBOL_VOLUME_STEP)));
   writer.Text("open",CDecimal::Price(open,digits));
   WritePrice(writer,"stop",stop,digits);
   WritePrice(writer,"target",target,digits);
   writer.Text("profit",CDecimal::Money(profit));
   writer.Text("swap",CDecimal::Money(swap));
   writer.Integer("openMs",openMs);
   writer.Integer("magic",m_desk.WireMagic(magic));
   if(id=="")
      writer.Null("id");
   else
      writer.Text("id",id);
   writer.ObjectEnd();
  }
//+------------------------------------------------------------------+
void CAccount::WritePrice(CJsonWriter &writer,const string name,const double price,const int digits)
  {
   if(price>0.0)
      writer.Text(name,CDecimal::Price(price,digits));
   else
      writer.Null(name);
  }

#endif
//+------------------------------------------------------------------+
