//+------------------------------------------------------------------+
//| Account.mqh                                                      |
//| The account, its open positions and the orders that wait, as the |
//| app is told of them: whole, and when they changed.               |
//+------------------------------------------------------------------+
#ifndef BITTEN_ACCOUNT_MQH
#define BITTEN_ACCOUNT_MQH

#include "JsonWriter.mqh"
#include "PositionBook.mqh"
#include "OrderBook.mqh"
#include "Transfers.mqh"
#include "Identity.mqh"

#define ACCOUNT_EVERY_MS     250
//--- Floating profit moves with each tick, and is told less often than what was done
#define PROFIT_EVERY_MS      1000

class CAccount
  {
private:
   IOutbox          *m_outbox;
   bool              m_isTraining;
   string            m_account;
   long              m_accountMs;
   CPositionBook     m_positions;
   COrderBook        m_orders;
   CTransfers        m_transfers;
   long              m_lookedMs;
   long              m_positionsMs;
   bool              m_isDone;

   string            Body(const long nowMs);
   void              TellPositions(const long nowMs);
   void              TellOrders(void);

public:
                     CAccount(void);
   void              Bind(IOutbox *outbox,IMarketTime *time,COrderDesk *desk,const bool isTraining);
   //--- All, whatever was told before: at the start of a session and for `sync`
   void              Tell(const long nowMs);
   //--- Something was done: look at once
   void              OnTrade(void) { m_isDone=true; }
   void              OnTransfer(void) { m_transfers.OnTransfer(); }
   void              Poll(const long nowMs);
  };
//+------------------------------------------------------------------+
CAccount::CAccount(void)
   : m_outbox(NULL),m_isTraining(false),m_account(""),m_accountMs(0),m_lookedMs(0),m_positionsMs(0),m_isDone(false)
  {
  }
//+------------------------------------------------------------------+
void CAccount::Bind(IOutbox *outbox,IMarketTime *time,COrderDesk *desk,const bool isTraining)
  {
   m_outbox=outbox;
   m_positions.Bind(time,desk);
   m_orders.Bind(time,desk);
   m_isTraining=isTraining;
  }
//+------------------------------------------------------------------+
void CAccount::Tell(const long nowMs)
  {
   m_account=Body(nowMs);
   m_accountMs=nowMs;
   m_outbox.Say(MESSAGE_ACCOUNT,m_account);
   m_lookedMs=nowMs;
   m_positions.Look(true);
   TellPositions(nowMs);
   m_orders.Look(true);
   TellOrders();
  }
//+------------------------------------------------------------------+
void CAccount::Poll(const long nowMs)
  {
   if(m_isDone || nowMs-m_lookedMs>=ACCOUNT_EVERY_MS)
     {
      m_lookedMs=nowMs;
      m_positions.Look(false);
      m_orders.Look(false);
     }
   ENUM_ROW_NEWS news=m_positions.News();
   if(news==ROW_DONE || (news==ROW_MOVED && nowMs-m_positionsMs>=PROFIT_EVERY_MS))
      TellPositions(nowMs);
   if(m_orders.HasNews())
      TellOrders();
   if(nowMs-m_accountMs<ACCOUNT_EVERY_MS && !m_isDone)
      return;
   m_isDone=false;
   m_accountMs=nowMs;
   string account=Body(nowMs);
   if(account!=m_account && m_outbox.Say(MESSAGE_ACCOUNT,account)>0)
      m_account=account;
  }
//+------------------------------------------------------------------+
//| What nobody took is told again, as it is then                    |
//+------------------------------------------------------------------+
void CAccount::TellPositions(const long nowMs)
  {
   m_positionsMs=nowMs;
   if(m_outbox.Say(MESSAGE_POSITIONS,m_positions.Body())>0)
      m_positions.Told();
  }
//+------------------------------------------------------------------+
void CAccount::TellOrders(void)
  {
   if(m_outbox.Say(MESSAGE_ORDERS,m_orders.Body())>0)
      m_orders.Told();
  }
//+------------------------------------------------------------------+
string CAccount::Body(const long nowMs)
  {
   double transfers=0.0;
   bool isSummed=m_transfers.Sum(nowMs,transfers);
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
   if(isSummed)
      writer.Text("transfers",CDecimal::Money(transfers));
   writer.ObjectEnd();
   return(writer.Done());
  }

#endif
//+------------------------------------------------------------------+
