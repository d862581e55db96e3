//+------------------------------------------------------------------+
//| Settling.mqh                                                     |
//| Finds out what became of every id whose intention is on disk and |
//| whose last word is not: right after OrderSend, after a timeout,  |
//| after a crash. The same way for all three.                       |
//+------------------------------------------------------------------+
#ifndef BITTEN_SETTLING_MQH
#define BITTEN_SETTLING_MQH

#include "LateFills.mqh"
#include "OrderRest.mqh"

//--- The server said done: positions and history follow within milliseconds, as a rule
#define SETTLING_QUIET_MS  2000
#define SETTLING_DONE_MS   10000
#define SETTLING_PAUSE_MS  100

class CSettling
  {
private:
   CDeskParts       *m_desk;
   CFinder          *m_finder;
   CStopKeeper      *m_stops;
   ulong             m_connectedSince;
   ulong             m_nextMs;
   CLateFills        m_late;
   COrderRest        m_rest;

   ulong             WaitedMs(const CEntry &entry) const;
   bool              HasNeverHappened(const CEntry &entry,const SFound &found) const;
   void              Unknown(CEntry &entry,const string text);
   void              Accept(CEntry &entry,const SFound &found);
   static string     Beyond(const CEntry &entry,const SFound &found);
   void              Bury(CEntry &entry);
   void              Fire(CEntry &entry,const SFound &found);
   void              Close(CEntry &entry,const SFound &found);
   void              Modify(CEntry &entry);
   void              Place(CEntry &entry);
   void              Unseen(CEntry &entry,const SFound &found);
   void              Ended(CEntry &entry,const SFound &found);
   void              Waits(CEntry &entry,const ulong order);
   bool              IsTimeOver(const CEntry &entry) const;

public:
                     CSettling() : m_connectedSince(0),m_nextMs(0) {}
   void              Open(CDeskParts &desk,CFinder &finder,CStopKeeper &stops,CSender &sender);
   //--- An entry of ours was filled: after its last word only its stop is left to be seen to
   void              OnFill(const long magic) { m_late.OnFill(magic); }
   //--- A close was executed: one that was buried gets a second verdict with the truth
   void              OnExit(const long magic);
   //--- Something became of an order: of one that waits here the next word is looked for
   void              OnOrder(const ulong order);
   //--- One look at it; a verdict when it is clear
   void              Settle(CEntry &entry);
   void              OnTimer();
  };
//+------------------------------------------------------------------+
void CSettling::Open(CDeskParts &desk,CFinder &finder,CStopKeeper &stops,CSender &sender)
  {
   m_desk=GetPointer(desk);
   m_finder=GetPointer(finder);
   m_stops=GetPointer(stops);
   m_late.Open(desk,finder,stops);
   m_rest.Open(desk,sender);
  }
//+------------------------------------------------------------------+
void CSettling::OnExit(const long magic)
  {
   CEntry *entry=m_desk.journal.FindMagic(magic);
   if(entry==NULL || entry.command.kind!=COMMAND_CLOSE || entry.is!="buried")
      return;
   SFound found;
   m_finder.Find(entry,found);
   if(found.lots<=0.0)
      return;
   m_desk.herald.Note("error",entry.command.id+" was told as buried, and was executed after that");
   entry.remark="It was told as buried, and was executed after that";
   Accept(entry,found);
  }
//+------------------------------------------------------------------+
void CSettling::OnTimer()
  {
   ulong now=CDeskParts::SteadyMs();
   if(TerminalInfoInteger(TERMINAL_CONNECTED)==0)
      m_connectedSince=0;
   else
      if(m_connectedSince==0)
         m_connectedSince=now;
   if(now<m_nextMs)
      return;
   m_nextMs=now+SETTLING_PAUSE_MS;
   m_late.OnTimer();
   for(int i=m_desk.journal.OpenCount()-1; i>=0; i--)
      Settle(m_desk.journal.OpenEntry(i));
  }
//+------------------------------------------------------------------+
void CSettling::Settle(CEntry &entry)
  {
   if(!entry.IsOpen() || entry.command.kind==COMMAND_FLATTEN || entry.command.kind==COMMAND_CANCEL)
      return;
   if(entry.searchedSince==0)
      entry.searchedSince=CDeskParts::SteadyMs();
   if(entry.command.kind==COMMAND_MODIFY)
     {
      Modify(entry);
      return;
     }
   //--- Right after a start a price could not be written in the digits of its symbol
   if(entry.command.symbol!="" && !CDeskParts::HasDigits(entry.command.symbol))
      return;
   if(entry.command.kind==COMMAND_PLACE)
     {
      Place(entry);
      return;
     }
   SFound found;
   m_finder.Find(entry,found);
   if(entry.command.kind==COMMAND_CLOSE)
      Close(entry,found);
   else
      Fire(entry,found);
  }
//+------------------------------------------------------------------+
//| Since it is looked for with the trade server in reach            |
//+------------------------------------------------------------------+
ulong CSettling::WaitedMs(const CEntry &entry) const
  {
   if(m_connectedSince==0)
      return(0);
   ulong since=MathMax(m_connectedSince,entry.searchedSince);
   ulong now=CDeskParts::SteadyMs();
   return(now>since ? now-since : 0);
  }
//+------------------------------------------------------------------+
bool CSettling::HasNeverHappened(const CEntry &entry,const SFound &found) const
  {
   return(found.isSearched && !found.isActive && !found.isFilled && WaitedMs(entry)>=(ulong)m_desk.settings.settleSeconds*1000);
  }
//+------------------------------------------------------------------+
//| Said once                                                        |
//+------------------------------------------------------------------+
void CSettling::Unknown(CEntry &entry,const string text)
  {
   if(entry.is=="" && (!entry.isDone || WaitedMs(entry)>=SETTLING_QUIET_MS))
      m_desk.AnswerIn(entry.command,"unknown",entry.heard.retcode,text);
  }
//+------------------------------------------------------------------+
void CSettling::Bury(CEntry &entry)
  {
   m_desk.AnswerIn(entry.command,"buried",entry.heard.retcode,"It was never executed, and now it never will be");
  }
//+------------------------------------------------------------------+
void CSettling::Accept(CEntry &entry,const SFound &found)
  {
   string symbol=entry.command.symbol;
   bool isPart=(entry.command.lots>0.0 && found.lots>0.0 && found.lots<entry.command.lots-1e-9);
   int retcode=isPart ? TRADE_RETCODE_DONE_PARTIAL : TRADE_RETCODE_DONE;
   string text=entry.remark;
   if(text=="")
      text=isPart ? "Only a part was filled" : "Done";
   text+=Beyond(entry,found);
   SVerdict verdict;
   CVerdict::Make(verdict,"accepted",retcode,text);
   verdict.order=(found.order!=0) ? found.order : entry.heard.order;
   verdict.deal=(found.deal!=0) ? found.deal : entry.heard.deal;
   verdict.position=(found.position!=0) ? found.position : entry.command.position;
   verdict.price=entry.heard.price;
   verdict.lots=entry.heard.lots;
   if(found.lots>0.0)
     {
      verdict.price=CDecimal::Price(found.price,CDeskParts::Digits(symbol));
      verdict.lots=CDecimal::Lots(found.lots,SymbolInfoDouble(symbol,SYMBOL_VOLUME_STEP));
     }
   m_desk.Answer(entry.command,verdict);
  }
//+------------------------------------------------------------------+
//| With market execution the broker knows no deviation              |
//+------------------------------------------------------------------+
string CSettling::Beyond(const CEntry &entry,const SFound &found)
  {
   const SCommand command=entry.command;
   if(command.kind!=COMMAND_FIRE || found.lots<=0.0 || command.price<=0.0)
      return("");
   long worse=CChecks::Points(command.price,found.price,command.symbol)*(command.isBuy ? 1 : -1);
   if(worse<=command.deviation)
      return("");
   return("; filled "+IntegerToString(worse)+" points beyond its price, "+IntegerToString(command.deviation)+" were allowed");
  }
//+------------------------------------------------------------------+
void CSettling::Fire(CEntry &entry,const SFound &found)
  {
   if(found.ticket!=0)
     {
      if(entry.command.symbol=="" && PositionSelectByTicket(found.ticket))
         entry.command.symbol=PositionGetString(POSITION_SYMBOL);
      if(!m_stops.Keep(entry,found.ticket))
         Unknown(entry,"It is filled as position "+CDecimal::Ticket(found.position)+"; its stop is being set");
      else
         if(m_rest.IsWorking(entry,found))
            Unknown(entry,"A part is filled, and the rest of the order still works");
         else
            if(found.lots>0.0 || WaitedMs(entry)>=SETTLING_QUIET_MS)
               Accept(entry,found);
      return;
     }
   if(found.lots>0.0 && !m_rest.IsWorking(entry,found))
      Accept(entry,found);
   else
      if(found.isEnded && !entry.isDone)
         m_desk.AnswerIn(entry.command,"rejected",entry.heard.retcode,"The broker ended the order without a fill");
      else
         if((entry.isDone || found.isFilled) && !found.isActive && WaitedMs(entry)>=SETTLING_DONE_MS)
           {
            m_desk.herald.Note("warn","The trade server executed "+entry.command.id+", but shows no deal of it");
            Accept(entry,found);
           }
         else
            if(!entry.isDone && HasNeverHappened(entry,found))
               Bury(entry);
            else
               Unknown(entry,"It is being looked for at the broker");
  }
//+------------------------------------------------------------------+
void CSettling::Close(CEntry &entry,const SFound &found)
  {
   if(found.lots>0.0 && m_rest.IsWorking(entry,found))
      Unknown(entry,"A part is closed, and the rest of the order still works");
   else
      if(found.lots>0.0 || entry.isDone)
         Accept(entry,found);
      else
         if(found.isEnded)
            m_desk.AnswerIn(entry.command,"rejected",entry.heard.retcode,"The broker ended the order without a fill");
         else
            if(HasNeverHappened(entry,found))
               Bury(entry);
            else
               Unknown(entry,"It is being looked for at the broker");
  }
//+------------------------------------------------------------------+
//| Leaves no trace but the levels themselves                        |
//+------------------------------------------------------------------+
void CSettling::Modify(CEntry &entry)
  {
   SFound none;
   ZeroMemory(none);
   none.isSearched=true;
   bool isThere=CDeskParts::SelectPosition(entry.command.position);
   string symbol=isThere ? PositionGetString(POSITION_SYMBOL) : "";
   if(isThere && CChecks::Points(PositionGetDouble(POSITION_SL),entry.command.stop,symbol)==0
      && CChecks::Points(PositionGetDouble(POSITION_TP),entry.command.target,symbol)==0)
      Accept(entry,none);
   else
      if(HasNeverHappened(entry,none))
         Bury(entry);
      else
         Unknown(entry,"Whether the levels were moved is being looked for");
  }

#include "SettlingPlace.mqh"

#endif
//+------------------------------------------------------------------+
