//+------------------------------------------------------------------+
//| TakingBack.mqh                                                   |
//| The last line, for orders that wait: while it is halted, while a |
//| flatten is under way and when the day's loss has reached its     |
//| limit every order of the family is removed, again until none is  |
//| left. So is one whose last word was told and that waits all the  |
//| same, and one that the broker has not ended in time.             |
//+------------------------------------------------------------------+
#ifndef BITTEN_TAKING_BACK_MQH
#define BITTEN_TAKING_BACK_MQH

#include "Sender.mqh"
#include "Guard.mqh"

#define TAKING_BACK_MS   1000
//--- Of the broker's clock: so long it may take to end what is over
#define TAKING_BACK_LATE 5000

class CTakingBack
  {
private:
   CDeskParts       *m_desk;
   CSender          *m_sender;
   CGuard           *m_guard;
   ulong             m_nextMs;
   string            m_complaint;

   string            Stray(CEntry *entry) const;
   void              Remove(const ulong order,const string why);
   void              Complain(const string text);

public:
                     CTakingBack() : m_nextMs(0),m_complaint("") {}
   void              Open(CDeskParts &desk,CSender &sender,CGuard &guard);
   //--- Something was said that may end what waits: at once
   void              Now() { m_nextMs=0; }
   void              OnTimer();
  };
//+------------------------------------------------------------------+
void CTakingBack::Open(CDeskParts &desk,CSender &sender,CGuard &guard)
  {
   m_desk=GetPointer(desk);
   m_sender=GetPointer(sender);
   m_guard=GetPointer(guard);
  }
//+------------------------------------------------------------------+
void CTakingBack::OnTimer()
  {
   ulong now=CDeskParts::SteadyMs();
   if(now<m_nextMs || TerminalInfoInteger(TERMINAL_CONNECTED)==0)
      return;
   m_nextMs=now+TAKING_BACK_MS;
   ulong tickets[];
   int count=m_desk.OurWaiting(tickets);
   if(count==0)
     {
      m_complaint="";
      return;
     }
   //--- The journal of another account says nothing about the orders of this one
   if(WhoseIsOther(m_desk.whose))
      return;
   string why=m_guard.TakesBack();
   for(int i=0; i<count; i++)
     {
      if(!OrderSelect(tickets[i]))
         continue;
      CEntry *entry=m_desk.journal.FindMagic(OrderGetInteger(ORDER_MAGIC));
      string reason=(why=="") ? Stray(entry) : why;
      if(reason!="")
         Remove(tickets[i],reason);
     }
  }
//+------------------------------------------------------------------+
//| Why one of ours should not be there any more; "" when it may     |
//+------------------------------------------------------------------+
string CTakingBack::Stray(CEntry *entry) const
  {
   if(entry==NULL || entry.is==VERDICT_ACCEPTED)
      return("");
   if(entry.IsFinal())
      return(entry.command.id+" was told as "+entry.is+", and waits at the broker all the same");
   bool isDated=(entry.command.untilMs>0 && m_desk.time.IsKnown());
   entry.isOverdue=(isDated && (long)TimeCurrent()*1000>m_desk.time.ServerFromUtc(entry.command.untilMs)+TAKING_BACK_LATE);
   return(entry.isOverdue ? "Its time is over, and the broker has not ended it" : "");
  }
//+------------------------------------------------------------------+
//| The selected order                                               |
//+------------------------------------------------------------------+
void CTakingBack::Remove(const ulong order,const string why)
  {
   SVerdict heard;
   CEntry *entry=m_desk.journal.FindMagic(OrderGetInteger(ORDER_MAGIC));
   if(entry!=NULL)
      entry.remark=why;
   if(m_sender.Remove(order,OrderGetString(ORDER_SYMBOL),heard)==SENT_DONE)
     {
      m_desk.herald.Note("warn","Order "+CDecimal::Ticket(order)+" is removed. "+why);
      return;
     }
   Complain("Order "+CDecimal::Ticket(order)+" cannot be removed, it is tried again: "+heard.text+". "+why);
  }
//+------------------------------------------------------------------+
void CTakingBack::Complain(const string text)
  {
   if(text!=m_complaint)
      m_desk.herald.Note("error",text);
   m_complaint=text;
  }

#endif
//+------------------------------------------------------------------+
