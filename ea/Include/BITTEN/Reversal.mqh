//+------------------------------------------------------------------+
//| Reversal.mqh                                                     |
//| Where positions are netted, a close whose position was gone when |
//| the server came to it (the stop was filled meanwhile) opens the  |
//| opposite. Nobody wanted that: it is closed at once, and told.    |
//+------------------------------------------------------------------+
#ifndef BITTEN_REVERSAL_MQH
#define BITTEN_REVERSAL_MQH

#include "Sender.mqh"

#define REVERSAL_LOOK_MS        1000
#define REVERSAL_ANY_DEVIATION  10000

class CReversal
  {
private:
   CDeskParts       *m_desk;
   CSender          *m_sender;
   ulong             m_nextMs;
   string            m_complaint;

   static bool       IsAgainst(const CEntry *entry,const bool isBuy);
   bool              IsUnwanted() const;
   void              CloseIt(const ulong ticket);

public:
                     CReversal() : m_nextMs(0),m_complaint("") {}
   void              Open(CDeskParts &desk,CSender &sender);
   void              OnDeal() { m_nextMs=0; }
   void              OnTimer();
  };
//+------------------------------------------------------------------+
void CReversal::Open(CDeskParts &desk,CSender &sender)
  {
   m_desk=GetPointer(desk);
   m_sender=GetPointer(sender);
  }
//+------------------------------------------------------------------+
//| Found by the positions and not by an answer: after a timeout and |
//| after a restart it is the same                                   |
//+------------------------------------------------------------------+
void CReversal::OnTimer()
  {
   ulong now=CDeskParts::SteadyMs();
   if(now<m_nextMs || CDeskParts::IsHedging() || TerminalInfoInteger(TERMINAL_CONNECTED)==0)
      return;
   m_nextMs=now+REVERSAL_LOOK_MS;
   ulong tickets[];
   int count=m_desk.OurPositions(tickets);
   for(int i=0; i<count; i++)
      if(PositionSelectByTicket(tickets[i]) && IsUnwanted() && PositionSelectByTicket(tickets[i]))
         CloseIt(tickets[i]);
  }
//+------------------------------------------------------------------+
//| A deal of this side does not open what the command ordered       |
//+------------------------------------------------------------------+
bool CReversal::IsAgainst(const CEntry *entry,const bool isBuy)
  {
   if(entry==NULL)
      return(false);
   if(!CCommand::OpensPosition(entry.command.kind))
      return(true);
   //--- A fire that was found without its journal has neither lots nor a side
   return(entry.command.lots>0.0 && entry.command.isBuy!=isBuy);
  }
//+------------------------------------------------------------------+
//| The selected position. Its magic number alone does not say it: a |
//| fire may have turned it round. The last deal that opened does    |
//+------------------------------------------------------------------+
bool CReversal::IsUnwanted() const
  {
   bool isBuy=(PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY);
   if(!IsAgainst(m_desk.journal.FindMagic(PositionGetInteger(POSITION_MAGIC)),isBuy)
      || !HistorySelectByPosition((ulong)PositionGetInteger(POSITION_IDENTIFIER)))
      return(false);
   for(int i=HistoryDealsTotal()-1; i>=0; i--)
     {
      ulong deal=HistoryDealGetTicket(i);
      long way=HistoryDealGetInteger(deal,DEAL_ENTRY);
      if(way==DEAL_ENTRY_IN || way==DEAL_ENTRY_INOUT)
         return(IsAgainst(m_desk.journal.FindMagic(HistoryDealGetInteger(deal,DEAL_MAGIC)),
                          HistoryDealGetInteger(deal,DEAL_TYPE)==DEAL_TYPE_BUY));
     }
   return(false);
  }
//+------------------------------------------------------------------+
//| Tried again every second                                         |
//+------------------------------------------------------------------+
void CReversal::CloseIt(const ulong ticket)
  {
   if(m_sender.IsClosing())
      return;
   SVerdict heard;
   string name="Position "+CDecimal::Ticket(ticket);
   ENUM_SENT sent=m_sender.CloseSelected(PositionGetDouble(POSITION_VOLUME),REVERSAL_ANY_DEVIATION,
                                         PositionGetInteger(POSITION_MAGIC),"BITTEN undo",heard);
   string text=name+" was opened by a close whose position was gone already. ";
   text+=(sent==SENT_DONE) ? "It is closed" : "It cannot be closed: "+heard.text;
   if(text!=m_complaint)
      m_desk.herald.Note("error",text);
   m_complaint=text;
  }

#endif
//+------------------------------------------------------------------+
