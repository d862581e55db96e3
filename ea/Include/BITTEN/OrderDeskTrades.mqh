//+------------------------------------------------------------------+
//| OrderDeskTrades.mqh                                              |
//| OrderDesk.mqh, its second part: the commands that trade.         |
//+------------------------------------------------------------------+
#ifndef BITTEN_ORDER_DESK_TRADES_MQH
#define BITTEN_ORDER_DESK_TRADES_MQH

//+------------------------------------------------------------------+
void COrderDesk::Refuse(const SCommand &command,const string text)
  {
   m_desk.AnswerIn(command,"denied",0,text);
  }
//+------------------------------------------------------------------+
//| From here on the id may have been executed. A full disk is no    |
//| reason to stay in the market: a whole close, a flatten and a     |
//| moved stop do no harm twice, and go on without it                |
//+------------------------------------------------------------------+
CEntry *COrderDesk::Intend(const SCommand &command)
  {
   bool mustBeOnDisk=(CCommand::OpensPosition(command.kind) || (command.kind==COMMAND_CLOSE && command.lotsText!=""));
   CEntry *entry=m_desk.journal.Intend(command,m_desk.clock.UtcMs(),(long)TimeCurrent(),mustBeOnDisk);
   if(entry==NULL)
      Refuse(command,"The journal cannot be written: "+m_desk.journal.Error());
   return(entry);
  }
//+------------------------------------------------------------------+
//| What the trade server said: certain, or to be looked up          |
//+------------------------------------------------------------------+
void COrderDesk::Heard(CEntry &entry,const ENUM_SENT sent,const SVerdict &heard)
  {
   entry.heard=heard;
   entry.searchedSince=CDeskParts::SteadyMs();
   if(sent==SENT_REFUSED)
     {
      m_desk.AnswerIn(entry.command,"rejected",heard.retcode,heard.text);
      return;
     }
   //--- An order that was only placed is one that works, until its deal is there
   entry.isDone=(sent==SENT_DONE && heard.retcode!=TRADE_RETCODE_PLACED);
   if(!entry.isDone)
      m_desk.AnswerIn(entry.command,"unknown",heard.retcode,heard.text);
   m_settling.Settle(entry);
  }
//+------------------------------------------------------------------+
//| An id that the journal does not know may still have a past: the  |
//| journal was lost, or another EA has the same uuid                |
//+------------------------------------------------------------------+
bool COrderDesk::IsNew(const SCommand &command)
  {
   CEntry *other=m_desk.journal.FindMagic(m_desk.family.MagicOf(command.id));
   if(other!=NULL)
     {
      Refuse(command,"Its magic number is that of "+other.command.id+" already");
      return(false);
     }
   CEntry probe;
   SFound found;
   probe.command=command;
   probe.magic=m_desk.family.MagicOf(command.id);
   m_finder.Find(probe,found);
   if(!found.isSearched)
     {
      Refuse(command,"The terminal's history cannot be read");
      return(false);
     }
   if(!m_finder.IsThere(found) && found.order==0)
      return(true);
   m_desk.herald.Note("warn","The broker knows "+command.id+" already, the journal does not; it is not sent again");
   CEntry *entry=Intend(command);
   if(entry!=NULL)
      m_settling.Settle(entry);
   return(false);
  }
//+------------------------------------------------------------------+
bool COrderDesk::MayOpen(const SCommand &command,MqlTick &tick)
  {
   SVerdict refusal;
   bool isPlace=(command.kind==COMMAND_PLACE);
   string why=m_guard.Denies();
   if(why=="")
      why=m_guard.DeniesSymbol(command.symbol);
   if(why=="" && command.magic!=FAMILY_OF_THE_WIRE && !m_desk.IsOurs(command.magic))
      why="Its magic number is not BITTEN's";
   if(why=="")
     {
      if(isPlace ? !CChecks::Place(command,tick,refusal) : !CChecks::Fire(command,tick,refusal))
        {
         m_desk.Answer(command,refusal);
         return(false);
        }
      double market=command.isBuy ? tick.ask : tick.bid;
      double price=isPlace ? command.price : market;
      why=m_guard.DeniesOrder(command,price,CChecks::Points(tick.bid,tick.ask,command.symbol));
     }
   if(why!="")
      Refuse(command,why);
   return(why=="");
  }
//+------------------------------------------------------------------+
void COrderDesk::Fire(const SCommand &command)
  {
   MqlTick tick;
   if(!MayOpen(command,tick) || !IsNew(command))
      return;
   long away=MathAbs(CChecks::Points(command.price,command.isBuy ? tick.ask : tick.bid,command.symbol));
   MqlTradeRequest request;
   SVerdict heard;
   if(!m_sender.Prepare(command,tick,command.deviation-away,request,heard))
     {
      m_desk.Answer(command,heard);
      return;
     }
   CEntry *entry=Intend(command);
   if(entry==NULL)
      return;
   ENUM_SENT sent=m_sender.Fire(request,heard);
   Heard(entry,sent,heard);
  }
//+------------------------------------------------------------------+
void COrderDesk::Modify(const SCommand &command)
  {
   SVerdict refusal;
   if(!CDeskParts::SelectPosition(command.position))
     {
      m_desk.AnswerIn(command,"rejected",TRADE_RETCODE_POSITION_CLOSED,"No open position has this ticket");
      return;
     }
   string symbol=PositionGetString(POSITION_SYMBOL);
   bool isLong=(PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY);
   double closing=SymbolInfoDouble(symbol,isLong ? SYMBOL_BID : SYMBOL_ASK);
   double stop=PositionGetDouble(POSITION_SL);
   double target=PositionGetDouble(POSITION_TP);
   bool isFine=CChecks::Stops(symbol,isLong,command,closing,refusal)
               && CChecks::NotFrozen(symbol,closing,stop,target,refusal);
   if(isFine && CChecks::Points(stop,command.stop,symbol)==0 && CChecks::Points(target,command.target,symbol)==0)
     {
      CVerdict::Make(refusal,"rejected",TRADE_RETCODE_NO_CHANGES,"Stop and target are already there");
      isFine=false;
     }
   if(!isFine)
     {
      m_desk.Answer(command,refusal);
      return;
     }
   CEntry *entry=Intend(command);
   if(entry==NULL || !CDeskParts::SelectPosition(command.position))
      return;
   SVerdict heard;
   ENUM_SENT sent=m_sender.MoveSelected(command.stop,command.target,entry.magic,heard);
   if(sent==SENT_DONE)
     {
      CVerdict::Make(heard,"accepted",TRADE_RETCODE_DONE,"Done");
      heard.position=command.position;
      m_desk.Answer(command,heard);
      return;
     }
   Heard(entry,sent,heard);
  }
//+------------------------------------------------------------------+
//| Selects the position; lots: how much of it is to be closed       |
//+------------------------------------------------------------------+
bool COrderDesk::MayClose(const SCommand &command,double &lots)
  {
   SVerdict refusal;
   if(!CDeskParts::SelectPosition(command.position))
     {
      m_desk.AnswerIn(command,"rejected",TRADE_RETCODE_POSITION_CLOSED,"No open position has this ticket");
      return(false);
     }
   string symbol=PositionGetString(POSITION_SYMBOL);
   bool isLong=(PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY);
   double closing=SymbolInfoDouble(symbol,isLong ? SYMBOL_BID : SYMBOL_ASK);
   double open=PositionGetDouble(POSITION_VOLUME);
   lots=(command.lotsText=="") ? open : command.lots;
   bool isFine=CChecks::NotFrozen(symbol,closing,PositionGetDouble(POSITION_SL),PositionGetDouble(POSITION_TP),refusal);
   if(isFine && command.lotsText!="")
      isFine=CChecks::Lots(symbol,command.lotsText,lots,refusal);
   if(isFine && lots>open+1e-9)
     {
      CVerdict::Make(refusal,"rejected",TRADE_RETCODE_INVALID_CLOSE_VOLUME,command.lotsText+" lots are more than the position has");
      isFine=false;
     }
   if(!isFine)
      m_desk.Answer(command,refusal);
   return(isFine);
  }
//+------------------------------------------------------------------+
void COrderDesk::Close(const SCommand &command)
  {
   double lots=0.0;
   if(!MayClose(command,lots))
      return;
   SCommand whole=command;
   whole.symbol=PositionGetString(POSITION_SYMBOL);
   whole.lots=lots;
   CEntry *entry=Intend(whole);
   if(entry==NULL || !CDeskParts::SelectPosition(command.position))
      return;
   SVerdict heard;
   ENUM_SENT sent=m_sender.CloseSelected(lots,command.deviation,entry.magic,"BITTEN close",heard);
   Heard(entry,sent,heard);
  }
//+------------------------------------------------------------------+
void COrderDesk::Flatten(const SCommand &command)
  {
   if(command.magic!=FAMILY_OF_THE_WIRE && !m_desk.IsOurs(command.magic))
     {
      Refuse(command,"Its magic number is not BITTEN's");
      return;
     }
   CEntry *entry=Intend(command);
   if(entry==NULL)
      return;
   m_takingBack.Now();
   m_takingBack.OnTimer();
   m_flattening.Step(entry);
  }

#endif
//+------------------------------------------------------------------+
