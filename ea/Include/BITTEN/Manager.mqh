//+------------------------------------------------------------------+
//| Manager.mqh                                                      |
//| Carries out the plans of open positions, with or without the     |
//| app. Its memory is the journal (plan, first stop) and the trade  |
//| server (stop now, what was closed): a restart changes nothing.   |
//+------------------------------------------------------------------+
#ifndef BITTEN_MANAGER_MQH
#define BITTEN_MANAGER_MQH

#include "Sender.mqh"
#include "Trailing.mqh"
#include "Checks.mqh"
#include "Cares.mqh"

#define MANAGER_PAUSE_MS       100
#define MANAGER_REFUSED_MS     5000
#define MANAGER_ANY_DEVIATION  10000
//--- Quotes tell the broker's zone within seconds of a start: so long it is waited for
#define MANAGER_ZONE_MS        120000

class CManager
  {
private:
   CDeskParts       *m_desk;
   CSender          *m_sender;
   CCares            m_cares;
   ulong             m_nextMs;
   ulong             m_trustSince;   // connected since: what history does not show did not happen

   void              Run();
   bool              IsAtWork() const;
   bool              Describe(const CEntry &entry,SManaged &position) const;
   void              Manage(const CEntry &entry,SManaged &position,SCare &care);
   bool              TimeIsUp(const SCommand &command,const SManaged &position) const;
   bool              TakePart(const SPlan &plan,SManaged &position,SCare &care);
   bool              WasReduced(const ulong ticket) const;
   void              MoveStop(const double stop,const SManaged &position,SCare &care);
   void              Settle(const ENUM_SENT sent,const SVerdict &heard,const string what,SCare &care);

public:
                     CManager() : m_nextMs(0),m_trustSince(0) {}
   void              Open(CDeskParts &desk,CSender &sender);
   void              OnTick() { Run(); }
   void              OnTimer() { Run(); }
  };
//+------------------------------------------------------------------+
void CManager::Open(CDeskParts &desk,CSender &sender)
  {
   m_desk=GetPointer(desk);
   m_sender=GetPointer(sender);
   m_cares.Clear();
  }
//+------------------------------------------------------------------+
void CManager::Run()
  {
   ulong now=CDeskParts::SteadyMs();
   bool isConnected=(TerminalInfoInteger(TERMINAL_CONNECTED)!=0);
   if(!isConnected)
      m_trustSince=0;
   else
      if(m_trustSince==0)
         m_trustSince=now;
   if(now<m_nextMs || !isConnected)
      return;
   m_nextMs=now+MANAGER_PAUSE_MS;
   if(TerminalInfoInteger(TERMINAL_TRADE_ALLOWED)==0 || MQLInfoInteger(MQL_TRADE_ALLOWED)==0)
      return;
   ulong tickets[];
   int count=m_desk.OurPositions(tickets);
   m_cares.Forget(tickets);
   for(int i=0; i<count; i++)
     {
      if(!PositionSelectByTicket(tickets[i]))
         continue;
      CEntry *entry=m_desk.journal.FindMagic(PositionGetInteger(POSITION_MAGIC));
      if(entry==NULL || entry.IsOpen() || CPlan::IsEmpty(entry.command.plan) || IsAtWork())
         continue;
      int care=m_cares.Of(tickets[i]);
      SManaged position;
      if(now>=m_cares.all[care].waitUntil && Describe(entry,position))
         Manage(entry,position,m_cares.all[care]);
     }
  }
//+------------------------------------------------------------------+
//| A command about the selected position whose fate nobody knows:   |
//| its levels may differ, or it may be closed                       |
//+------------------------------------------------------------------+
bool CManager::IsAtWork() const
  {
   ulong ticket=(ulong)PositionGetInteger(POSITION_TICKET);
   ulong identifier=(ulong)PositionGetInteger(POSITION_IDENTIFIER);
   for(int i=0; i<m_desk.journal.OpenCount(); i++)
     {
      ulong position=m_desk.journal.OpenEntry(i).command.position;
      if(position==ticket || position==identifier)
         return(true);
     }
   return(m_sender.IsClosing());
  }
//+------------------------------------------------------------------+
//| The selected position                                            |
//+------------------------------------------------------------------+
bool CManager::Describe(const CEntry &entry,SManaged &position) const
  {
   MqlTick tick;
   position.ticket=(ulong)PositionGetInteger(POSITION_TICKET);
   position.symbol=PositionGetString(POSITION_SYMBOL);
   position.isLong=(PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY);
   position.point=SymbolInfoDouble(position.symbol,SYMBOL_POINT);
   position.open=PositionGetDouble(POSITION_PRICE_OPEN);
   position.stop=PositionGetDouble(POSITION_SL);
   position.target=PositionGetDouble(POSITION_TP);
   position.lots=PositionGetDouble(POSITION_VOLUME);
   position.openMs=PositionGetInteger(POSITION_TIME_MSC);
   position.magic=PositionGetInteger(POSITION_MAGIC);
   position.risk=(entry.command.stop>0.0) ? MathAbs(position.open-entry.command.stop) : 0.0;
   if(position.point<=0.0 || !SymbolInfoTick(position.symbol,tick) || tick.bid<=0.0)
      return(false);
   position.closing=position.isLong ? tick.bid : tick.ask;
   return(true);
  }
//+------------------------------------------------------------------+
void CManager::Manage(const CEntry &entry,SManaged &position,SCare &care)
  {
   SPlan plan=entry.command.plan;
   SVerdict heard;
   if(TimeIsUp(entry.command,position))
     {
      ENUM_SENT sent=m_sender.CloseSelected(position.lots,MANAGER_ANY_DEVIATION,position.magic,"BITTEN time",heard);
      Settle(sent,heard,"closed at the end of its time",care);
      return;
     }
   if(position.risk<=0.0 || TakePart(plan,position,care))
      return;
   double stop=CTrailing::Wanted(position,plan);
   double sent=(CDeskParts::SteadyMs()<care.sentUntil) ? care.sentStop : 0.0;
   if(CTrailing::IsNearer(position,stop,position.stop) && CTrailing::IsNearer(position,stop,sent))
      MoveStop(stop,position,care);
  }
//+------------------------------------------------------------------+
//| In the market's time: while it is closed, no time passes. What   |
//| waited counts from the end of its waiting, so that its plan ends |
//| when it was meant to, whenever it was filled. After a start the  |
//| broker's zone is not known for a moment, and a plan that counted |
//| from the fill would end too early: that is for one that stays    |
//| unknown                                                          |
//+------------------------------------------------------------------+
bool CManager::TimeIsUp(const SCommand &command,const SManaged &position) const
  {
   if(command.plan.timeStopMs<=0)
      return(false);
   long fromMs=position.openMs;
   if(command.untilMs>0)
     {
      bool isKnown=m_desk.time.IsKnown();
      if(!isKnown && CDeskParts::SteadyMs()-m_trustSince<MANAGER_ZONE_MS)
         return(false);
      if(isKnown)
         fromMs=m_desk.time.ServerFromUtc(command.untilMs);
     }
   return((long)TimeCurrent()*1000-fromMs>=command.plan.timeStopMs);
  }
//+------------------------------------------------------------------+
//| Once in the life of a position: whether it was is what the deals |
//| of the position say, after a restart too. True: it was sent now  |
//+------------------------------------------------------------------+
bool CManager::TakePart(const SPlan &plan,SManaged &position,SCare &care)
  {
   if(plan.partialR<=0.0 || care.isPartialDone || CTrailing::ProfitR(position)<plan.partialR-1e-9)
      return(false);
   ulong now=CDeskParts::SteadyMs();
   if(now-m_trustSince<(ulong)m_desk.settings.settleSeconds*1000)
      return(false);
   if(WasReduced(position.ticket) || position.lots<=plan.partialLots+1e-9)
     {
      care.isPartialDone=true;
      return(false);
     }
   if(!PositionSelectByTicket(position.ticket))
      return(true);
   SVerdict heard;
   ENUM_SENT sent=m_sender.CloseSelected(plan.partialLots,MANAGER_ANY_DEVIATION,position.magic,"BITTEN part",heard);
   care.isPartialDone=(sent==SENT_DONE);
   Settle(sent,heard,"closed in part",care);
   return(true);
  }
//+------------------------------------------------------------------+
//| What cannot be read counts as done: rather no part than two      |
//+------------------------------------------------------------------+
bool CManager::WasReduced(const ulong ticket) const
  {
   if(!PositionSelectByTicket(ticket) || !HistorySelectByPosition((ulong)PositionGetInteger(POSITION_IDENTIFIER)))
      return(true);
   if(HistoryDealsTotal()==0)
      return(true);
   for(int i=0; i<HistoryDealsTotal(); i++)
      if(HistoryDealGetInteger(HistoryDealGetTicket(i),DEAL_ENTRY)!=DEAL_ENTRY_IN)
         return(true);
   return(false);
  }
//+------------------------------------------------------------------+
//| Too near for the broker: it waits until the price is further     |
//+------------------------------------------------------------------+
void CManager::MoveStop(const double stop,const SManaged &position,SCare &care)
  {
   long nearest=MathMax((long)1,SymbolInfoInteger(position.symbol,SYMBOL_TRADE_STOPS_LEVEL));
   long away=CChecks::Points(stop,position.closing,position.symbol);
   SVerdict heard;
   if((position.isLong ? away : -away)<nearest
      || !CChecks::NotFrozen(position.symbol,position.closing,position.stop,position.target,heard))
      return;
   if(!PositionSelectByTicket(position.ticket))
      return;
   ENUM_SENT sent=m_sender.MoveSelected(stop,position.target,position.magic,heard);
   if(sent!=SENT_REFUSED)
     {
      care.sentStop=stop;
      care.sentUntil=CDeskParts::SteadyMs()+(ulong)m_desk.settings.settleSeconds*1000;
     }
   Settle(sent,heard,"given its new stop",care);
  }
//+------------------------------------------------------------------+
//| Without an answer nothing is tried again before it must be seen  |
//+------------------------------------------------------------------+
void CManager::Settle(const ENUM_SENT sent,const SVerdict &heard,const string what,SCare &care)
  {
   if(sent==SENT_DONE)
     {
      care.complaint="";
      return;
     }
   int wait=(sent==SENT_REFUSED) ? MANAGER_REFUSED_MS : m_desk.settings.settleSeconds*1000;
   care.waitUntil=CDeskParts::SteadyMs()+(ulong)wait;
   if(care.complaint==heard.text)
      return;
   care.complaint=heard.text;
   m_desk.herald.Note("warn","Position "+CDecimal::Ticket(care.ticket)+" is not "+what+" by its plan: "+heard.text);
  }

#endif
//+------------------------------------------------------------------+
