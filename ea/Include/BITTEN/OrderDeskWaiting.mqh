//+------------------------------------------------------------------+
//| OrderDeskWaiting.mqh                                             |
//| OrderDesk.mqh, its fifth part: orders that wait at the broker.   |
//+------------------------------------------------------------------+
#ifndef BITTEN_ORDER_DESK_WAITING_MQH
#define BITTEN_ORDER_DESK_WAITING_MQH

//+------------------------------------------------------------------+
//| The trade server counts in seconds and in its own zone: it ends  |
//| the order before the app thinks so, and never after. While its   |
//| clock is not known the guard denies                              |
//+------------------------------------------------------------------+
bool COrderDesk::IsStillTime(const SCommand &command,datetime &until)
  {
   until=0;
   if(!m_desk.time.IsKnown())
      return(true);
   until=(datetime)((m_desk.time.ServerFromUtc(command.untilMs)-1)/1000);
   if(until>TimeCurrent())
      return(true);
   m_desk.AnswerIn(command,VERDICT_EXPIRED,0,"The time until which it should have waited is over");
   return(false);
  }
//+------------------------------------------------------------------+
void COrderDesk::Place(const SCommand &command)
  {
   MqlTick tick;
   datetime until=0;
   if(!IsStillTime(command,until) || !MayOpen(command,tick) || !IsNew(command))
      return;
   MqlTradeRequest request;
   SVerdict heard;
   if(!m_sender.PreparePlace(command,until,request,heard))
     {
      m_desk.Answer(command,heard);
      return;
     }
   CEntry *entry=Intend(command);
   if(entry==NULL)
      return;
   ENUM_SENT sent=m_sender.Place(request,heard);
   Heard(entry,sent,heard);
  }
//+------------------------------------------------------------------+
void COrderDesk::Cancel(const SCommand &command)
  {
   SFound found;
   CEntry *order=m_desk.journal.Find(command.order);
   if(order==NULL || (!order.isIntended && order.is==""))
      order=Adopt(command.order,found);
   if(order==NULL)
     {
      CancelUnseen(command,found);
      return;
     }
   if(order.IsFinal())
      m_desk.AnswerAgain(order);
   CEntry *entry=Intend(command);
   if(entry!=NULL)
      m_cancelling.Step(entry);
  }
//+------------------------------------------------------------------+
//| Its `place` may come yet, by whatever way: the journal says then |
//| that it must not                                                 |
//+------------------------------------------------------------------+
void COrderDesk::CancelUnseen(const SCommand &command,const SFound &found)
  {
   if(!m_desk.journal.IsLoaded() || !m_desk.journal.IsUsable())
     {
      Say(command.id,VERDICT_DENIED,"The journal cannot be written, so an order that comes later could not be kept out: "
          +m_desk.journal.Error());
      return;
     }
   if(!found.isSearched)
     {
      Say(command.id,VERDICT_UNKNOWN,"The terminal's history cannot be read");
      return;
     }
   SCommand order;
   CCommand::Clear(order);
   order.id=command.order;
   order.kind=COMMAND_PLACE;
   m_desk.AnswerIn(order,VERDICT_BURIED,0,"It was never placed, and now it never will be");
   m_desk.AnswerIn(command,VERDICT_ACCEPTED,0,"It was never placed, and now it never will be");
  }

#endif
//+------------------------------------------------------------------+
