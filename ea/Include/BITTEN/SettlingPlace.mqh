//+------------------------------------------------------------------+
//| SettlingPlace.mqh                                                |
//| Settling.mqh, its second part: an order that waits at the broker.|
//| While it does, one look at the lists of now is all that it costs;|
//| the history is asked when it is not among them any more.         |
//+------------------------------------------------------------------+
#ifndef BITTEN_SETTLING_PLACE_MQH
#define BITTEN_SETTLING_PLACE_MQH

//+------------------------------------------------------------------+
void CSettling::OnOrder(const ulong order)
  {
   for(int i=m_desk.journal.OpenCount()-1; order!=0 && i>=0; i--)
      if(m_desk.journal.OpenEntry(i).waiting==order)
         Settle(m_desk.journal.OpenEntry(i));
  }
//+------------------------------------------------------------------+
void CSettling::Place(CEntry &entry)
  {
   SFound found;
   m_finder.Look(entry,found);
   if(found.isWaiting && found.ticket==0)
     {
      //--- Should it be gone, then it is looked for from now on
      entry.searchedSince=CDeskParts::SteadyMs();
      Waits(entry,found.active);
      return;
     }
   m_finder.Find(entry,found);
   if(found.ticket!=0 || found.lots>0.0)
      Fire(entry,found);
   else
      if(found.isEnded)
         Ended(entry,found);
      else
         Unseen(entry,found);
  }
//+------------------------------------------------------------------+
//| The trade server knows it, and the terminal's lists do not       |
//+------------------------------------------------------------------+
void CSettling::Unseen(CEntry &entry,const SFound &found)
  {
   bool isLong=(WaitedMs(entry)>=SETTLING_DONE_MS);
   if(found.isFilled)
     {
      if(!isLong)
         return;
      m_desk.herald.Note("warn","The trade server filled "+entry.command.id+", but shows no deal of it");
      Accept(entry,found);
      return;
     }
   if(entry.isDone && isLong && entry.is!=VERDICT_PLACED && entry.heard.order!=0)
     {
      m_desk.herald.Note("warn","The trade server placed "+entry.command.id+", but the terminal does not show it");
      Waits(entry,entry.heard.order);
      return;
     }
   if(!HasNeverHappened(entry,found) || (entry.isDone && entry.is!=VERDICT_PLACED))
     {
      Unknown(entry,"It is being looked for at the broker");
      return;
     }
   if(entry.is!=VERDICT_PLACED)
      Bury(entry);
   else
      if(IsTimeOver(entry))
         m_desk.AnswerIn(entry.command,VERDICT_EXPIRED,0,"Its time is over, and the broker shows no trace of it any more");
  }
//+------------------------------------------------------------------+
//| Once it was seen to wait, only the end of its time says for sure |
//| that what left no trace can be filled no more                    |
//+------------------------------------------------------------------+
bool CSettling::IsTimeOver(const CEntry &entry) const
  {
   if(entry.command.untilMs<=0)
      return(true);
   return(m_desk.time.IsKnown() && (long)TimeCurrent()*1000>m_desk.time.ServerFromUtc(entry.command.untilMs));
  }
//+------------------------------------------------------------------+
void CSettling::Waits(CEntry &entry,const ulong order)
  {
   entry.waiting=order;
   if(entry.is==VERDICT_PLACED)
      return;
   SVerdict verdict;
   CVerdict::Make(verdict,VERDICT_PLACED,TRADE_RETCODE_DONE,"It waits at the broker for its price");
   verdict.order=order;
   m_desk.Answer(entry.command,verdict);
  }
//+------------------------------------------------------------------+
//| Without a fill: by its time, by the broker, by us or by a hand   |
//+------------------------------------------------------------------+
void CSettling::Ended(CEntry &entry,const SFound &found)
  {
   string is=VERDICT_CANCELLED;
   string text="It was removed, and nothing of it was filled";
   if(entry.remark!="")
      text+=": "+entry.remark;
   if(found.isExpired || entry.isOverdue)
     {
      is=VERDICT_EXPIRED;
      text="Its time at the broker is over, and nothing of it was filled";
     }
   if(found.isRejected)
     {
      is=VERDICT_REJECTED;
      text="The broker could not fill it and ended it";
     }
   SVerdict verdict;
   CVerdict::Make(verdict,is,found.isRejected ? entry.heard.retcode : 0,text);
   verdict.order=found.order;
   m_desk.Answer(entry.command,verdict);
  }

#endif
//+------------------------------------------------------------------+
