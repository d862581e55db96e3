//+------------------------------------------------------------------+
//| OrderDeskSync.mqh                                                |
//| OrderDesk.mqh, its fourth part: what became of what.             |
//+------------------------------------------------------------------+
#ifndef BITTEN_ORDER_DESK_SYNC_MQH
#define BITTEN_ORDER_DESK_SYNC_MQH

//+------------------------------------------------------------------+
//| Later than it was asked for when the broker's clock was not known|
//+------------------------------------------------------------------+
bool COrderDesk::AnswerSync(string &id)
  {
   if(!m_sync.IsWaiting())
      return(false);
   bool isLoaded=m_desk.journal.IsLoaded();
   if(!isLoaded)
      m_desk.herald.Note("error","What was done before is not known, so `sync` is not answered: "+m_desk.journal.Error());
   else
      if(!IsDated())
         return(false);
   id=m_sync.Id();
   for(int i=0; isLoaded && i<m_sync.Count(); i++)
      TellFate(m_sync.Command(i));
   bool isAnswered=(isLoaded && m_deals.TellSince(m_sync.SinceMs()));
   m_sync.Forget();
   return(isAnswered);
  }
//+------------------------------------------------------------------+
//| The app asks again until it is answered: it is said once         |
//+------------------------------------------------------------------+
bool COrderDesk::IsDated()
  {
   bool isKnown=m_desk.time.IsKnown();
   if(!isKnown && !m_isUndatedTold)
      m_desk.herald.Note("warn","The broker's clock is not known yet, so no deal can be dated and `sync` waits for its answer");
   m_isUndatedTold=!isKnown;
   return(isKnown);
  }
//+------------------------------------------------------------------+
//| An id that was never seen is buried, after a look at the broker: |
//| the journal may have been lost                                   |
//+------------------------------------------------------------------+
void COrderDesk::TellFate(const string id)
  {
   CEntry *entry=m_desk.journal.Find(id);
   if(entry!=NULL && (entry.isIntended || entry.is!=""))
     {
      Repeat(entry);
      return;
     }
   SFound found;
   if(Adopt(id,found)!=NULL)
      return;
   if(!found.isSearched)
     {
      Say(id,"unknown","The terminal's history cannot be read");
      return;
     }
   SCommand command;
   CCommand::Clear(command);
   command.id=id;
   command.kind=COMMAND_FIRE;
   m_desk.AnswerIn(command,"buried",0,"It was never executed, and now it never will be");
  }
//+------------------------------------------------------------------+
//| Of an id that the journal does not know: what the broker knows   |
//| of it goes into the journal, and its verdict is looked for. NULL:|
//| there is no trace                                                |
//+------------------------------------------------------------------+
CEntry *COrderDesk::Adopt(const string id,SFound &found)
  {
   CEntry probe;
   CCommand::Clear(probe.command);
   probe.command.id=id;
   probe.command.kind=COMMAND_FIRE;
   probe.magic=m_desk.family.MagicOf(id);
   m_finder.Find(probe,found);
   if(!m_finder.IsThere(found) && found.order==0)
      return(NULL);
   if(found.hasWaited)
     {
      probe.command.kind=COMMAND_PLACE;
      CFinder::Describe(found,probe.command);
     }
   CEntry *entry=m_desk.journal.Intend(probe.command,m_desk.clock.UtcMs(),0,false);
   m_settling.Settle(entry);
   return(entry);
  }

#endif
//+------------------------------------------------------------------+
