//+------------------------------------------------------------------+
//| Flattening.mqh                                                   |
//| Closes every position of the family, whatever it takes: again    |
//| every second, over a restart, until none is open and no order    |
//| can still become one. One verdict at the end.                    |
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

   int               CloseAll(CEntry &entry,bool &isRefused);
   bool              IsFirePending() const;
   void              End(CEntry &entry,const int left);

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
bool CFlattening::IsFirePending() const
  {
   for(int i=0; i<m_desk.journal.OpenCount(); i++)
      if(m_desk.journal.OpenEntry(i).command.kind==COMMAND_FIRE)
         return(true);
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
   int left=CloseAll(entry,isRefused);
   bool isPending=IsFirePending();
   entry.nextTry=CDeskParts::SteadyMs()+(isRefused || isPending ? FLATTEN_PAUSE_MS : FLATTEN_SHORT_MS);
   if(!isPending && (left==0 || entry.tries>=FLATTEN_TRIES))
      End(entry,left);
  }
//+------------------------------------------------------------------+
int CFlattening::CloseAll(CEntry &entry,bool &isRefused)
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
   return(m_desk.OurPositions(tickets));
  }
//+------------------------------------------------------------------+
void CFlattening::End(CEntry &entry,const int left)
  {
   if(left==0)
      m_desk.AnswerIn(entry.command,"accepted",TRADE_RETCODE_DONE,entry.isDone ? "All closed" : "Nothing was open");
   else
      m_desk.AnswerIn(entry.command,"rejected",entry.heard.retcode,IntegerToString(left)+" positions are still open: "+entry.heard.text);
  }

#endif
//+------------------------------------------------------------------+
