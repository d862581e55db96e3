//+------------------------------------------------------------------+
//| LateFills.mqh                                                    |
//| An order that was filled after its last word, or in more parts   |
//| than its last word knew: its stop is seen to all the same.       |
//+------------------------------------------------------------------+
#ifndef BITTEN_LATE_FILLS_MQH
#define BITTEN_LATE_FILLS_MQH

#include "StopKeeper.mqh"

//--- The deal may be shown before the position
#define LATE_QUIET_MS 2000

struct SLate
  {
   long              magic;
   ulong             sinceMs;   // steady
   bool              isOver;
  };

class CLateFills
  {
private:
   CDeskParts       *m_desk;
   CFinder          *m_finder;
   CStopKeeper      *m_stops;
   SLate             m_late[];

   CEntry           *LastWordOf(const long magic) const;
   int               Find(const long magic) const;
   bool              IsOver(const SLate &late) const;

public:
   void              Open(CDeskParts &desk,CFinder &finder,CStopKeeper &stops);
   //--- An entry of ours was filled
   void              OnFill(const long magic);
   void              OnTimer();
  };
//+------------------------------------------------------------------+
void CLateFills::Open(CDeskParts &desk,CFinder &finder,CStopKeeper &stops)
  {
   m_desk=GetPointer(desk);
   m_finder=GetPointer(finder);
   m_stops=GetPointer(stops);
   ArrayResize(m_late,0);
  }
//+------------------------------------------------------------------+
//| NULL: it opens nothing, or it is looked for still                |
//+------------------------------------------------------------------+
CEntry *CLateFills::LastWordOf(const long magic) const
  {
   CEntry *entry=m_desk.IsOurs(magic) ? m_desk.journal.FindMagic(magic) : NULL;
   return(entry!=NULL && entry.IsFinal() && CCommand::OpensPosition(entry.command.kind) ? entry : NULL);
  }
//+------------------------------------------------------------------+
int CLateFills::Find(const long magic) const
  {
   for(int i=ArraySize(m_late)-1; i>=0; i--)
      if(m_late[i].magic==magic)
         return(i);
   return(-1);
  }
//+------------------------------------------------------------------+
void CLateFills::OnFill(const long magic)
  {
   CEntry *entry=LastWordOf(magic);
   if(entry==NULL)
      return;
   int at=Find(magic);
   if(at<0)
     {
      at=ArraySize(m_late);
      ArrayResize(m_late,at+1,16);
      m_late[at].magic=magic;
      if(entry.is!="accepted")
         m_desk.herald.Note("error",entry.command.id+" was told as "+entry.is+", and was filled after that");
     }
   m_late[at].sinceMs=CDeskParts::SteadyMs();
   m_late[at].isOver=false;
  }
//+------------------------------------------------------------------+
bool CLateFills::IsOver(const SLate &late) const
  {
   CEntry *entry=LastWordOf(late.magic);
   if(entry==NULL)
      return(true);
   SFound found;
   m_finder.Find(entry,found);
   if(found.ticket!=0)
      return(m_stops.Keep(entry,found.ticket));
   return(found.lots>0.0 && CDeskParts::SteadyMs()-late.sinceMs>=LATE_QUIET_MS);
  }
//+------------------------------------------------------------------+
//| Positions too: what was filled while the EA was away had no event|
//+------------------------------------------------------------------+
void CLateFills::OnTimer()
  {
   ulong tickets[];
   int count=m_desk.OurPositions(tickets);
   for(int i=0; i<count; i++)
     {
      if(!PositionSelectByTicket(tickets[i]))
         continue;
      long magic=PositionGetInteger(POSITION_MAGIC);
      CEntry *entry=LastWordOf(magic);
      if(entry!=NULL && entry.is!="accepted" && Find(magic)<0)
         OnFill(magic);
     }
   for(int i=ArraySize(m_late)-1; i>=0; i--)
      if(!m_late[i].isOver)
         m_late[i].isOver=IsOver(m_late[i]);
  }

#endif
//+------------------------------------------------------------------+
