//+------------------------------------------------------------------+
//| OrderDeskLife.mqh                                                |
//| OrderDesk.mqh, its third part: start, messages, timer.           |
//+------------------------------------------------------------------+
#ifndef BITTEN_ORDER_DESK_LIFE_MQH
#define BITTEN_ORDER_DESK_LIFE_MQH

//+------------------------------------------------------------------+
bool COrderDesk::Open(const SDeskSettings &settings,IOutbox *outbox,IClock *clock,IHerald *herald,IPause *pause,
                      IMarketTime *time,ICosts *costs,IMappedSymbols *symbols)
  {
   m_desk.settings=settings;
   ReadWhose(m_desk.whose);
   m_desk.outbox=outbox;
   m_desk.clock=clock;
   m_desk.herald=herald;
   m_desk.pause=pause;
   m_desk.time=time;
   m_desk.costs=costs;
   m_desk.symbols=symbols;
   if(!m_desk.family.Use(settings.family))
     {
      herald.Note("error","The magic number must be from 1000 to 9000000");
      return(false);
     }
   m_desk.journal.Open(settings.folder,m_desk.family,herald,clock.UtcMs());
   m_guard.Open(m_desk);
   m_sender.Open(m_desk);
   m_finder.Open(m_desk);
   m_stops.Open(m_desk,m_sender);
   m_settling.Open(m_desk,m_finder,m_stops,m_sender);
   m_flattening.Open(m_desk,m_sender);
   m_reversal.Open(m_desk,m_sender);
   m_cancelling.Open(m_desk,m_sender,m_settling);
   m_takingBack.Open(m_desk,m_sender,m_guard);
   m_deals.Open(m_desk);
   m_manager.Open(m_desk,m_sender);
   return(true);
  }
//+------------------------------------------------------------------+
bool COrderDesk::OnMessage(const string type,const long sentMs,CJsonReader &body)
  {
   if(CCommand::KindOf(type)==COMMAND_NONE)
      return(false);
   SCommand command;
   string error=CCommandReader::Read(type,sentMs,body,command);
   if(command.id=="")
     {
      m_desk.herald.Note("warn","A `"+type+"` without an id that can be read is not carried out: "+error);
      return(true);
     }
   bool isOpening=CCommand::OpensPosition(command.kind);
   if(isOpening && CPlan::IsEmpty(command.plan))
      command.plan=m_desk.settings.plan;
   CEntry *entry=m_desk.journal.Find(command.id);
   if(isOpening && !m_desk.journal.IsLoaded())
      Say(command.id,"denied","The journal cannot be read: "+m_desk.journal.Error());
   else
      if(entry!=NULL && (entry.isIntended || entry.is!=""))
         Repeat(entry);
      else
         if(error!="")
            Refuse(command,"The command cannot be read: "+error);
         else
            if(IsInTime(command))
               CarryOut(command);
   return(true);
  }
//+------------------------------------------------------------------+
bool COrderDesk::IsInTime(const SCommand &command)
  {
   if(command.ttlMs<=0)
      return(true);
   long now=m_desk.clock.UtcMs();
   m_setBack.Look(now,CDeskParts::SteadyMs());
   if(now>command.sentMs+command.ttlMs)
     {
      m_desk.AnswerIn(command,"expired",0,"It came after its validity had passed");
      return(false);
     }
   if(now<command.sentMs-DESK_AHEAD_MS)
     {
      Refuse(command,"It was sent in the future, so nobody knows when it expires: a clock was set");
      return(false);
     }
   if(CCommand::OpensPosition(command.kind) && m_setBack.Covers(command.sentMs))
     {
      Refuse(command,"The computer's clock was set back: whether this order is older than that is not known for a minute");
      return(false);
     }
   return(true);
  }
//+------------------------------------------------------------------+
void COrderDesk::CarryOut(const SCommand &command)
  {
   switch(command.kind)
     {
      case COMMAND_FIRE:
         Fire(command);
         break;
      case COMMAND_MODIFY:
         Modify(command);
         break;
      case COMMAND_CLOSE:
         Close(command);
         break;
      case COMMAND_FLATTEN:
         Flatten(command);
         break;
      case COMMAND_PLACE:
         Place(command);
         break;
      case COMMAND_CANCEL:
         Cancel(command);
         break;
      default:
         m_desk.AnswerIn(command,"accepted",0,m_guard.Apply(command));
         m_takingBack.Now();
     }
  }
//+------------------------------------------------------------------+
//| The same verdict, however often it is asked                      |
//+------------------------------------------------------------------+
void COrderDesk::Repeat(CEntry &entry)
  {
   if(entry.IsOpen())
      m_settling.Settle(entry);
   if(entry.is=="")
      Say(entry.command.id,"unknown","It is under way");
   else
      m_desk.AnswerAgain(entry);
  }
//+------------------------------------------------------------------+
//| A word about an id that is not written down                      |
//+------------------------------------------------------------------+
void COrderDesk::Say(const string id,const string is,const string text)
  {
   SVerdict verdict;
   CVerdict::Make(verdict,is,0,text);
   m_desk.outbox.SayFact("verdict",CVerdict::Body(id,verdict),true);
  }
//+------------------------------------------------------------------+
void COrderDesk::OnApart()
  {
   m_sync.Forget();
   m_desk.journal.Facts().OnApart();
  }
//+------------------------------------------------------------------+
void COrderDesk::OnConfirmed(const long upTo)
  {
   string keys[];
   if(m_desk.journal.Facts().Confirm(upTo,keys)>0)
      m_desk.journal.Told(keys);
  }
//+------------------------------------------------------------------+
void COrderDesk::OnTradeTransaction(const MqlTradeTransaction &transaction)
  {
   if(transaction.type!=TRADE_TRANSACTION_DEAL_ADD)
     {
      if(transaction.type!=TRADE_TRANSACTION_REQUEST)
         m_settling.OnOrder(transaction.order);
      return;
     }
   m_guard.OnDeal();
   m_reversal.OnDeal();
   //--- The verdict first: what was filled is seen to before it is told
   for(int i=m_desk.journal.OpenCount()-1; i>=0; i--)
      m_settling.Settle(m_desk.journal.OpenEntry(i));
   if(HistoryDealSelect(transaction.deal))
     {
      long magic=HistoryDealGetInteger(transaction.deal,DEAL_MAGIC);
      if(HistoryDealGetInteger(transaction.deal,DEAL_ENTRY)==DEAL_ENTRY_IN)
         m_settling.OnFill(magic);
      else
         m_settling.OnExit(magic);
     }
   m_deals.OnDeal(transaction.deal);
  }
//+------------------------------------------------------------------+
void COrderDesk::OnTimer()
  {
   ulong now=CDeskParts::SteadyMs();
   m_setBack.Look(m_desk.clock.UtcMs(),now);
   if(now>=m_repairAt)
     {
      m_repairAt=now+DESK_REPAIR_MS;
      m_desk.journal.Repair(m_desk.clock.UtcMs());
     }
   m_settling.OnTimer();
   m_takingBack.OnTimer();
   m_cancelling.OnTimer();
   m_flattening.OnTimer();
   m_reversal.OnTimer();
   m_deals.OnTimer();
   m_manager.OnTimer();
   m_desk.journal.Facts().Say(m_desk.outbox);
  }
//+------------------------------------------------------------------+
string COrderDesk::IdOf(const long magic)
  {
   CEntry *entry=m_desk.IsOurs(magic) ? m_desk.journal.FindMagic(magic) : NULL;
   return(entry==NULL ? "" : entry.command.id);
  }

#endif
//+------------------------------------------------------------------+
