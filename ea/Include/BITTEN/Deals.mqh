//+------------------------------------------------------------------+
//| Deals.mqh                                                        |
//| Every fill of the account, told once. Trade events say it first; |
//| whatever they missed (the EA was not there, the terminal had no  |
//| connection) the history says.                                    |
//+------------------------------------------------------------------+
#ifndef BITTEN_DEALS_MQH
#define BITTEN_DEALS_MQH

#include "DeskParts.mqh"

#define DEALS_SINCE       "since"
//--- The whole history since the last deal is compared so often, whatever happens
#define DEALS_COMPARE_MS  60000
#define DEALS_RETRY_MS    200
//--- The server may add a deal late, with an earlier time
#define DEALS_OVERLAP_MS  2592000000
//--- `sync` gets so much more than it asks for: the app's idea of the market's time may be another
#define DEALS_MARGIN_MS   86400000

class CDeals
  {
private:
   CDeskParts       *m_desk;
   ulong             m_comparedAt;
   bool              m_isConnected;
   bool              m_isDue;

   static bool       IsFill(const ulong deal);
   static string     Reason(const long reason,const bool isOurs);
   static long       PositionMagic(const ulong deal);
   static bool       SelectWhole(const ulong position,const ulong deal);
   static int        Fills(const long since,ulong &deals[],ulong &positions[]);
   string            Body(const ulong deal) const;
   bool              Keep(const ulong deal);
   void              Compare();
   long              SinceMs();

public:
                     CDeals() : m_comparedAt(0),m_isConnected(false),m_isDue(true) {}
   void              Open(CDeskParts &desk) { m_desk=GetPointer(desk); }
   void              OnTrade() { m_isDue=true; }
   void              OnDeal(const ulong deal);
   void              OnTimer();
   //--- For `sync`: all of them since, whether they were told before or not. False: the history cannot be read whole
   bool              TellSince(const long utcMs);
  };
//+------------------------------------------------------------------+
bool CDeals::IsFill(const ulong deal)
  {
   long type=HistoryDealGetInteger(deal,DEAL_TYPE);
   bool isTrade=(type==DEAL_TYPE_BUY || type==DEAL_TYPE_SELL);
   return(isTrade && HistoryDealGetDouble(deal,DEAL_VOLUME)>0.0 && HistoryDealGetInteger(deal,DEAL_POSITION_ID)>0);
  }
//+------------------------------------------------------------------+
string CDeals::Reason(const long reason,const bool isOurs)
  {
   if(reason==DEAL_REASON_SL)
      return("stop");
   if(reason==DEAL_REASON_TP)
      return("target");
   if(reason==DEAL_REASON_SO)
      return("stopOut");
   if(reason==DEAL_REASON_CLIENT || reason==DEAL_REASON_MOBILE || reason==DEAL_REASON_WEB)
      return("manual");
   return(reason==DEAL_REASON_EXPERT && isOurs ? "command" : "other");
  }
//+------------------------------------------------------------------+
//| Selects all deals of a position, so that one of them can be told |
//+------------------------------------------------------------------+
bool CDeals::SelectWhole(const ulong position,const ulong deal)
  {
   return(HistorySelectByPosition(position) && HistoryDealGetInteger(deal,DEAL_TICKET)==(long)deal);
  }
//+------------------------------------------------------------------+
//| Who closes by hand gives the deal no magic number: the deal that |
//| opened the position has it                                       |
//+------------------------------------------------------------------+
long CDeals::PositionMagic(const ulong deal)
  {
   for(int i=0; i<HistoryDealsTotal(); i++)
     {
      ulong first=HistoryDealGetTicket(i);
      if(first!=0 && HistoryDealGetInteger(first,DEAL_ENTRY)==DEAL_ENTRY_IN)
         return(HistoryDealGetInteger(first,DEAL_MAGIC));
     }
   return(HistoryDealGetInteger(deal,DEAL_MAGIC));
  }
//+------------------------------------------------------------------+
//| Fills since a time of the server. Selecting another part of the  |
//| history ends a walk through it, so they are listed first         |
//+------------------------------------------------------------------+
int CDeals::Fills(const long since,ulong &deals[],ulong &positions[])
  {
   ArrayResize(deals,0);
   ArrayResize(positions,0);
   if(!HistorySelect((datetime)(since/1000),(datetime)HISTORY_END))
      return(-1);
   int count=0;
   for(int i=0; i<HistoryDealsTotal(); i++)
     {
      ulong deal=HistoryDealGetTicket(i);
      if(deal==0 || !IsFill(deal) || HistoryDealGetInteger(deal,DEAL_TIME_MSC)<since)
         continue;
      ArrayResize(deals,count+1,1024);
      ArrayResize(positions,count+1,1024);
      deals[count]=deal;
      positions[count]=(ulong)HistoryDealGetInteger(deal,DEAL_POSITION_ID);
      count++;
     }
   return(count);
  }
//+------------------------------------------------------------------+
//| Of a deal whose position is selected                             |
//+------------------------------------------------------------------+
string CDeals::Body(const ulong deal) const
  {
   long magic=HistoryDealGetInteger(deal,DEAL_MAGIC);
   bool isOurs=m_desk.IsOurs(magic);
   string reason=Reason(HistoryDealGetInteger(deal,DEAL_REASON),isOurs);
   string symbol=HistoryDealGetString(deal,DEAL_SYMBOL);
   bool isEntry=(HistoryDealGetInteger(deal,DEAL_ENTRY)==DEAL_ENTRY_IN);
   CEntry *entry=(isOurs && (isEntry || reason=="command")) ? m_desk.journal.FindMagic(magic) : NULL;
   CJsonWriter body;
   body.ObjectBegin();
   body.Text("deal",CDecimal::Ticket(deal));
   body.Text("order",CDecimal::Ticket((ulong)HistoryDealGetInteger(deal,DEAL_ORDER)));
   body.Text("position",CDecimal::Ticket((ulong)HistoryDealGetInteger(deal,DEAL_POSITION_ID)));
   if(entry==NULL)
      body.Null("id");
   else
      body.Text("id",entry.command.id);
   body.Text("symbol",symbol);
   body.Text("entry",isEntry ? "in" : "out");
   body.Text("side",HistoryDealGetInteger(deal,DEAL_TYPE)==DEAL_TYPE_BUY ? "buy" : "sell");
   body.Text("lots",CDecimal::Lots(HistoryDealGetDouble(deal,DEAL_VOLUME),SymbolInfoDouble(symbol,SYMBOL_VOLUME_STEP)));
   body.Text("price",CDecimal::Price(HistoryDealGetDouble(deal,DEAL_PRICE),CDeskParts::Digits(symbol)));
   body.Text("profit",CDecimal::Money(HistoryDealGetDouble(deal,DEAL_PROFIT)));
   body.Text("commission",CDecimal::Money(HistoryDealGetDouble(deal,DEAL_COMMISSION)+HistoryDealGetDouble(deal,DEAL_FEE)));
   body.Text("swap",CDecimal::Money(HistoryDealGetDouble(deal,DEAL_SWAP)));
   body.Integer("timeMs",m_desk.time.UtcFromServer(HistoryDealGetInteger(deal,DEAL_TIME_MSC)));
   body.Text("reason",reason);
   body.Integer("magic",m_desk.WireMagic(PositionMagic(deal)));
   body.ObjectEnd();
   return(body.Done());
  }
//+------------------------------------------------------------------+
bool CDeals::Keep(const ulong deal)
  {
   if(!m_desk.time.IsKnown() || !m_desk.journal.IsLoaded() || HistoryDealGetInteger(deal,DEAL_TIME_MSC)<=0)
      return(false);
   if(!CDeskParts::HasDigits(HistoryDealGetString(deal,DEAL_SYMBOL)))
      return(false);
   m_desk.journal.KeepDeal(deal,HistoryDealGetInteger(deal,DEAL_TIME_MSC),Body(deal));
   return(true);
  }
//+------------------------------------------------------------------+
//| An event may come before the history has its deal: the next      |
//| comparison has it                                                |
//+------------------------------------------------------------------+
void CDeals::OnDeal(const ulong deal)
  {
   if(m_desk.journal.Deals().Has(deal))
      return;
   if(!HistoryDealSelect(deal))
     {
      m_isDue=true;
      return;
     }
   if(!IsFill(deal))
      return;
   if(!SelectWhole((ulong)HistoryDealGetInteger(deal,DEAL_POSITION_ID),deal) || !Keep(deal))
      m_isDue=true;
   m_desk.journal.Facts().Say(m_desk.outbox);
  }
//+------------------------------------------------------------------+
void CDeals::OnTimer()
  {
   bool isConnected=(TerminalInfoInteger(TERMINAL_CONNECTED)!=0);
   if(isConnected!=m_isConnected)
      m_isDue=true;
   m_isConnected=isConnected;
   ulong waited=CDeskParts::SteadyMs()-m_comparedAt;
   if(waited<DEALS_RETRY_MS || (waited<DEALS_COMPARE_MS && !m_isDue))
      return;
   m_comparedAt=CDeskParts::SteadyMs();
   m_isDue=false;
   if(isConnected && m_desk.journal.IsLoaded() && TimeCurrent()>0)
      SinceMs();
   if(isConnected && m_desk.time.IsKnown() && m_desk.journal.IsLoaded())
      Compare();
   else
      m_isDue=true;
  }
//+------------------------------------------------------------------+
//| A terminal that starts for the first time tells nothing of what  |
//| was before; `sync` asks for that                                 |
//+------------------------------------------------------------------+
long CDeals::SinceMs()
  {
   string since=m_desk.journal.State(DEALS_SINCE);
   if(since=="")
     {
      since=IntegerToString((long)TimeCurrent()*1000);
      m_desk.journal.SetState(DEALS_SINCE,since);
     }
   long first=StringToInteger(since);
   long latest=m_desk.journal.Deals().LatestMs()-DEALS_OVERLAP_MS;
   return(latest>first ? latest : first);
  }
//+------------------------------------------------------------------+
void CDeals::Compare()
  {
   if(TimeCurrent()<=0)
      return;
   ulong deals[];
   ulong positions[];
   int count=Fills(SinceMs(),deals,positions);
   if(count<0)
      m_isDue=true;
   for(int i=0; i<count; i++)
      if(!m_desk.journal.Deals().Has(deals[i]) && (!SelectWhole(positions[i],deals[i]) || !Keep(deals[i])))
         m_isDue=true;
  }
//+------------------------------------------------------------------+
bool CDeals::TellSince(const long utcMs)
  {
   ulong deals[];
   ulong positions[];
   int count=Fills(MathMax((long)0,m_desk.time.ServerFromUtc(utcMs)-DEALS_MARGIN_MS),deals,positions);
   bool isWhole=(count>=0);
   for(int i=0; i<count; i++)
     {
      if(!SelectWhole(positions[i],deals[i]) || !CDeskParts::HasDigits(HistoryDealGetString(deals[i],DEAL_SYMBOL)))
        {
         isWhole=false;
         continue;
        }
      string body=Body(deals[i]);
      //--- More than the link takes at once: the rest is told like any other fact
      if(m_desk.outbox.SayFact("deal",body,true)==0)
         m_desk.journal.Facts().Keep("d:"+CDecimal::Ticket(deals[i]),"deal",body,true);
     }
   if(!isWhole)
      m_desk.herald.Note("warn","The terminal's history cannot be read whole, so `sync` is not answered");
   return(isWhole);
  }

#endif
//+------------------------------------------------------------------+
