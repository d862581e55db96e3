//+------------------------------------------------------------------+
//| Flattening.mqh                                                   |
//| Closes every position of the family, whatever it takes: again    |
//| every second, over a restart, until none is open and no order    |
//| can still become one. One verdict at the end. What waits at the  |
//| broker is removed meanwhile (TakingBack.mqh).                    |
//+------------------------------------------------------------------+
#ifndef BITTEN_FLATTENING_MQH
#define BITTEN_FLATTENING_MQH

#include "Sender.mqh"

#define FLATTEN_PAUSE_MS      1000
//--- When everything was executed, the list of positions only has to follow
#define FLATTEN_SHORT_MS      100
#define FLATTEN_TRIES         60
#define FLATTEN_ANY_DEVIATION 100000

class CFlattening
  {
private:
   CDeskParts       *m_desk;
   CSender          *m_sender;

   void              CloseAll(CEntry &entry,bool &isRefused);
   bool              IsDoubtful() const;
   void              End(CEntry &entry,const int open,const int waiting);

public:
   void              Open(CDeskParts &desk,CSender &sender);
   void              Step(CEntry &entry);
   void              OnTimer();
  };
//+------------------------------------------------------------------+
void CFlattening::Open(CDeskParts &desk,CSender &sender)
  {
   m_desk=GetPointer(desk);
   m_sender=GetPointer(sender);
  }
//+------------------------------------------------------------------+
void CFlattening::OnTimer()
  {
   for(int i=m_desk.journal.OpenCount()-1; i>=0; i--)
     {
      CEntry *entry=m_desk.journal.OpenEntry(i);
      if(entry.command.kind==COMMAND_FLATTEN)
         Step(entry);
     }
  }
//+------------------------------------------------------------------+
//| An order of which nobody knows may become a position yet         |
//+------------------------------------------------------------------+
bool CFlattening::IsDoubtful() const
  {
   for(int i=0; i<m_desk.journal.OpenCount(); i++)
     {
      CEntry *entry=m_desk.journal.OpenEntry(i);
      if(entry.IsDoubtful())
         return(true);
      //--- It waits no more, and what became of it is not said yet
      if(entry.command.kind==COMMAND_PLACE && !OrderSelect(entry.waiting))
         return(true);
     }
   return(false);
  }
//+------------------------------------------------------------------+
void CFlattening::Step(CEntry &entry)
  {
   ulong now=CDeskParts::SteadyMs();
   if(now<entry.nextTry || TerminalInfoInteger(TERMINAL_CONNECTED)==0)
      return;
   entry.tries++;
   bool isRefused=false;
   CloseAll(entry,isRefused);
   ulong tickets[];
   int open=m_desk.OurPositions(tickets);
   int waiting=m_desk.OurWaiting(tickets);
   bool isPending=IsDoubtful();
   bool mustWait=(isRefused || isPending || waiting>0);
   entry.nextTry=CDeskParts::SteadyMs()+(mustWait ? FLATTEN_PAUSE_MS : FLATTEN_SHORT_MS);
   if(!isPending && (open+waiting==0 || entry.tries>=FLATTEN_TRIES))
      End(entry,open,waiting);
  }
//+------------------------------------------------------------------+
void CFlattening::CloseAll(CEntry &entry,bool &isRefused)
  {
   ulong tickets[];
   int count=m_desk.OurPositions(tickets);
   for(int i=0; i<count; i++)
     {
      if(!PositionSelectByTicket(tickets[i]))
         continue;
      SVerdict heard;
      ENUM_SENT sent=m_sender.CloseSelected(PositionGetDouble(POSITION_VOLUME),FLATTEN_ANY_DEVIATION,entry.magic,
                                            "BITTEN flatten",heard);
      if(sent==SENT_DONE)
         entry.isDone=true;
      else
        {
         isRefused=true;
         entry.heard=heard;
        }
     }
  }
//+------------------------------------------------------------------+
void CFlattening::End(CEntry &entry,const int open,const int waiting)
  {
   string text=IntegerToString(open)+" positions are still open";
   if(waiting>0)
      text+=" and "+IntegerToString(waiting)+" orders still wait";
   if(open+waiting==0)
      m_desk.AnswerIn(entry.command,"accepted",TRADE_RETCODE_DONE,entry.isDone ? "All closed" : "Nothing was open");
   else
      m_desk.AnswerIn(entry.command,"rejected",entry.heard.retcode,text+": "+entry.heard.text);
  }

#endif
//+------------------------------------------------------------------+
