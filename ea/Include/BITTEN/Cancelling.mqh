//+------------------------------------------------------------------+
//| Cancelling.mqh                                                   |
//| Makes sure that an id can become no position any more: asks the  |
//| trade server to remove its order, and has its last word when the |
//| order has one. Again over a restart: a removal does no harm twice|
//+------------------------------------------------------------------+
#ifndef BITTEN_CANCELLING_MQH
#define BITTEN_CANCELLING_MQH

#include "Sender.mqh"
#include "Settling.mqh"

#define CANCELLING_LOOK_MS  100
#define CANCELLING_AGAIN_MS 1000

class CCancelling
  {
private:
   CDeskParts       *m_desk;
   CSender          *m_sender;
   CSettling        *m_settling;
   ulong             m_nextMs;

   bool              HasEnded(CEntry &cancel,CEntry &order);
   void              Unknown(CEntry &cancel,const string text);
   void              Remove(CEntry &cancel,CEntry &order);
   bool              IsFinal(const CEntry &cancel,const SVerdict &heard) const;
   static bool       MayBeGone(const long retcode);

public:
                     CCancelling() : m_nextMs(0) {}
   void              Open(CDeskParts &desk,CSender &sender,CSettling &settling);
   //--- Whose end is asked for is in the journal
   void              Step(CEntry &cancel);
   void              OnTimer();
  };
//+------------------------------------------------------------------+
void CCancelling::Open(CDeskParts &desk,CSender &sender,CSettling &settling)
  {
   m_desk=GetPointer(desk);
   m_sender=GetPointer(sender);
   m_settling=GetPointer(settling);
  }
//+------------------------------------------------------------------+
void CCancelling::OnTimer()
  {
   ulong now=CDeskParts::SteadyMs();
   if(now<m_nextMs)
      return;
   m_nextMs=now+CANCELLING_LOOK_MS;
   //--- One step may end two entries: the cancel's own, and that of its order
   for(int i=m_desk.journal.OpenCount()-1; i>=0; i=(int)MathMin(i,m_desk.journal.OpenCount())-1)
     {
      CEntry *entry=m_desk.journal.OpenEntry(i);
      if(entry.command.kind==COMMAND_CANCEL)
         Step(entry);
     }
  }
//+------------------------------------------------------------------+
void CCancelling::Step(CEntry &cancel)
  {
   CEntry *order=m_desk.journal.Find(cancel.command.order);
   //--- The line of the order was lost with the disk, the one about the cancel was not: nothing is known of the order
   if(order==NULL)
     {
      m_desk.AnswerIn(cancel.command,VERDICT_BURIED,0,"What it should cancel is not in the journal any more: ask again");
      return;
     }
   m_settling.Settle(order);
   if(HasEnded(cancel,order))
      return;
   if(order.waiting==0)
      Unknown(cancel,"What became of the order is being looked for");
   else
      if(TerminalInfoInteger(TERMINAL_CONNECTED)==0)
         Unknown(cancel,CRetcodes::Text(TRADE_RETCODE_CONNECTION));
      else
         if(CDeskParts::SteadyMs()>=cancel.nextTry)
            Remove(cancel,order);
  }
//+------------------------------------------------------------------+
void CCancelling::Remove(CEntry &cancel,CEntry &order)
  {
   if(cancel.searchedSince==0)
      cancel.searchedSince=CDeskParts::SteadyMs();
   order.remark="taken back";
   SVerdict heard;
   ENUM_SENT sent=m_sender.Remove(order.waiting,order.command.symbol,heard);
   cancel.nextTry=CDeskParts::SteadyMs()+CANCELLING_AGAIN_MS;
   m_settling.Settle(order);
   if(HasEnded(cancel,order))
      return;
   if(sent==SENT_REFUSED && IsFinal(cancel,heard))
     {
      m_desk.AnswerAgain(order);
      m_desk.AnswerIn(cancel.command,VERDICT_REJECTED,heard.retcode,"It waits still: "+heard.text);
     }
   else
      if(sent!=SENT_DONE)
         Unknown(cancel,heard.text);
  }
//+------------------------------------------------------------------+
//| Refused because it waits no more, which the terminal will show   |
//+------------------------------------------------------------------+
bool CCancelling::MayBeGone(const long retcode)
  {
   return(retcode==TRADE_RETCODE_INVALID || retcode==TRADE_RETCODE_INVALID_ORDER || retcode==TRADE_RETCODE_ORDER_CHANGED);
  }
//+------------------------------------------------------------------+
bool CCancelling::IsFinal(const CEntry &cancel,const SVerdict &heard) const
  {
   ulong waited=CDeskParts::SteadyMs()-cancel.searchedSince;
   return(!MayBeGone(heard.retcode) || waited>=(ulong)m_desk.settings.settleSeconds*1000);
  }
//+------------------------------------------------------------------+
//| Said once                                                        |
//+------------------------------------------------------------------+
void CCancelling::Unknown(CEntry &cancel,const string text)
  {
   if(cancel.is=="")
      m_desk.AnswerIn(cancel.command,VERDICT_UNKNOWN,0,text);
  }
//+------------------------------------------------------------------+
bool CCancelling::HasEnded(CEntry &cancel,CEntry &order)
  {
   if(!order.IsFinal())
      return(false);
   SVerdict verdict;
   if(order.is==VERDICT_ACCEPTED)
     {
      CVerdict::Make(verdict,VERDICT_REJECTED,0,"It is filled: its position has to be closed");
      verdict.position=CVerdict::TicketOf(order.body,"position");
     }
   else
      CVerdict::Make(verdict,VERDICT_ACCEPTED,order.is==VERDICT_CANCELLED ? TRADE_RETCODE_DONE : 0,"It can become no position any more: "+order.is);
   verdict.order=CVerdict::TicketOf(order.body,"order");
   m_desk.Answer(cancel.command,verdict);
   return(true);
  }

#endif
//+------------------------------------------------------------------+
