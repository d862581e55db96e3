//+------------------------------------------------------------------+
//| OrderDeskLife.mqh                                                |
//| OrderDesk.mqh, its third part: start, messages, sync, timer.     |
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
   if(command.kind==COMMAND_FIRE && CPlan::IsEmpty(command.plan))
      command.plan=m_desk.settings.plan;
   CEntry *entry=m_desk.journal.Find(command.id);
   if(command.kind==COMMAND_FIRE && !m_desk.journal.IsLoaded())
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
      default:
         m_desk.AnswerIn(command,"accepted",0,m_guard.Apply(command));
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
      if(m_desk.outbox.SayFact("verdict",entry.body,true)==0)
         m_desk.journal.Facts().Keep("v:"+entry.command.id+":"+entry.is,"verdict",entry.body,true);
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
bool COrderDesk::OnSync(CJsonReader &body,string &id)
  {
   CFields fields;
   fields.Open(body,body.Root());
   id=fields.Id("id");
   int list=fields.List("commands");
   long since=fields.Integer("dealsSinceMs",0,JSON_LARGEST_INTEGER);
   if(fields.Error()!="")
     {
      m_desk.herald.Note("warn","A `sync` that cannot be read is not answered: "+fields.Error());
      return(false);
     }
   if(!m_desk.journal.IsLoaded())
     {
      m_desk.herald.Note("error","What was done before is not known, so `sync` is not answered: "+m_desk.journal.Error());
      return(false);
     }
   if(!IsDated())
      return(false);
   for(int i=0; i<body.Count(list); i++)
     {
      string command="";
      if(body.Text(body.Item(list,i),command) && CFamily::IsId(command))
         AnswerSync(command);
      else
         m_desk.herald.Note("warn","`sync` asks about something that is no id");
     }
   return(m_deals.TellSince(since));
  }
//+------------------------------------------------------------------+
//| The app asks again until it is answered: it is said once         |
//+------------------------------------------------------------------+
bool COrderDesk::IsDated()
  {
   bool isKnown=m_desk.time.IsKnown();
   if(!isKnown && !m_isUndatedTold)
      m_desk.herald.Note("warn","The broker's clock is not known yet, so no deal can be dated and `sync` is not answered");
   m_isUndatedTold=!isKnown;
   return(isKnown);
  }
//+------------------------------------------------------------------+
//| An id that was never seen is buried, after a look at the broker: |
//| the journal may have been lost                                   |
//+------------------------------------------------------------------+
void COrderDesk::AnswerSync(const string id)
  {
   CEntry *entry=m_desk.journal.Find(id);
   if(entry!=NULL && (entry.isIntended || entry.is!=""))
     {
      Repeat(entry);
      return;
     }
   SCommand command;
   CCommand::Clear(command);
   command.id=id;
   command.kind=COMMAND_FIRE;
   CEntry probe;
   SFound found;
   probe.command=command;
   probe.magic=m_desk.family.MagicOf(id);
   m_finder.Find(probe,found);
   if(m_finder.IsThere(found) || found.order!=0)
      m_settling.Settle(m_desk.journal.Intend(command,m_desk.clock.UtcMs(),0,false));
   else
      if(!found.isSearched)
         Say(id,"unknown","The terminal's history cannot be read");
      else
         m_desk.AnswerIn(command,"buried",0,"It was never executed, and now it never will be");
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
      return;
   m_guard.OnDeal();
   m_reversal.OnDeal();
   //--- The verdict first: what was filled is seen to before it is told
   for(int i=m_desk.journal.OpenCount()-1; i>=0; i--)
      m_settling.Settle(m_desk.journal.OpenEntry(i));
   if(HistoryDealSelect(transaction.deal) && HistoryDealGetInteger(transaction.deal,DEAL_ENTRY)==DEAL_ENTRY_IN)
      m_settling.OnFill(HistoryDealGetInteger(transaction.deal,DEAL_MAGIC));
   m_deals.OnDeal(transaction.deal);
  }
//+------------------------------------------------------------------+
void COrderDesk::OnTimer()
  {
   ulong now=CDeskParts::SteadyMs();
   if(now>=m_repairAt)
     {
      m_repairAt=now+DESK_REPAIR_MS;
      m_desk.journal.Repair(m_desk.clock.UtcMs());
     }
   m_settling.OnTimer();
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
