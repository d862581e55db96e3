//+------------------------------------------------------------------+
//| Feed.mqh                                                         |
//| What the app is told of the market and the account, put together:|
//| each part gets its turn, within the time that one timer may take.|
//+------------------------------------------------------------------+
#ifndef BITTEN_FEED_MQH
#define BITTEN_FEED_MQH

#include "Settings.mqh"
#include "Ticks.mqh"
#include "Bars.mqh"
#include "Account.mqh"
#include "Calendar.mqh"

//--- Without a quote for so long the weeks of a symbol have to say what the broker's clock is; then again so often
#define FEED_GUESS_MS   30000

class CFeed
  {
private:
   IOutbox          *m_outbox;
   CSymbols          m_symbols;
   CServerTime       m_time;
   CFirstTouch       m_touch;
   CTicks            m_ticks;
   CBars             m_bars;
   CAccount          m_account;
   CCalendar         m_calendar;
   long              m_countedMs;
   long              m_countedTicks;
   long              m_ticksASecond;
   long              m_guessMs;

   void              TellSpecs(const long nowMs);
   void              Guess(const long nowMs);

public:
                     CFeed(void) : m_outbox(NULL),m_countedMs(0),m_countedTicks(0),m_ticksASecond(0),m_guessMs(0) {}
   void              Bind(const SBridgeSettings &settings,IOutbox *outbox,IClock *clock,IHerald *herald,IPause *pause,
                          COrderDesk *desk);
   CServerTime      *Time(void) { return(GetPointer(m_time)); }
   CSymbols         *Symbols(void) { return(GetPointer(m_symbols)); }
   int               Ready(void) { return(m_touch.Ready()); }
   //--- Of the last whole second or more
   long              TicksASecond(const long nowMs);
   int               Queued(void) { return(m_ticks.Unconfirmed()+m_bars.Waiting()); }
   //--- The first words of a session
   void              Introduce(const long nowMs);
   //--- Everything else that a session needs; after the facts
   void              Begin(const long nowMs);
   void              OnConfirmed(const long upTo) { m_ticks.OnConfirmed(upTo); }
   void              OnTrade(void);
   void              OnTransfer(void) { m_account.OnTransfer(); }
   bool              Ask(CJsonReader &body) { return(m_bars.Ask(body)); }
   void              TellAccount(void) { m_account.Tell(CServerTime::SteadyMs()); }
   //--- Whether anybody hears or not. mayBlock: now a symbol may be touched for the first time
   void              Prepare(const long nowMs,const bool mayBlock);
   void              Poll(const long nowMs,const ulong deadline);
  };
//+------------------------------------------------------------------+
void CFeed::Bind(const SBridgeSettings &settings,IOutbox *outbox,IClock *clock,IHerald *herald,IPause *pause,COrderDesk *desk)
  {
   m_outbox=outbox;
   m_symbols.Bind(herald,settings.symbols,settings.commission);
   m_time.Bind(clock,herald);
   m_touch.Bind(GetPointer(m_symbols),pause,herald);
   m_ticks.Bind(outbox,GetPointer(m_symbols),GetPointer(m_time),GetPointer(m_touch),herald);
   m_bars.Bind(outbox,GetPointer(m_symbols),GetPointer(m_time),GetPointer(m_touch),herald);
   m_account.Bind(outbox,GetPointer(m_time),desk,settings.isTraining);
   m_calendar.Bind(outbox,GetPointer(m_time),pause,herald);
  }
//+------------------------------------------------------------------+
void CFeed::Introduce(const long nowMs)
  {
   TellSpecs(nowMs);
   m_account.Tell(nowMs);
  }
//+------------------------------------------------------------------+
void CFeed::Begin(const long nowMs)
  {
   m_ticks.OnLive();
   m_bars.OnLive();
   m_calendar.OnLive(nowMs);
  }
//+------------------------------------------------------------------+
void CFeed::TellSpecs(const long nowMs)
  {
   m_outbox.Say(MESSAGE_SPECS,m_symbols.Tell(nowMs));
  }
//+------------------------------------------------------------------+
long CFeed::TicksASecond(const long nowMs)
  {
   if(nowMs-m_countedMs<1000)
      return(m_ticksASecond);
   long ticks=m_ticks.Sent();
   m_ticksASecond=m_countedMs>0 ? (ticks-m_countedTicks)*1000/(nowMs-m_countedMs) : 0;
   m_countedTicks=ticks;
   m_countedMs=nowMs;
   return(m_ticksASecond);
  }
//+------------------------------------------------------------------+
void CFeed::OnTrade(void)
  {
   m_account.OnTrade();
   m_symbols.OnDeal();
  }
//+------------------------------------------------------------------+
void CFeed::Prepare(const long nowMs,const bool mayBlock)
  {
   m_time.Poll();
   m_symbols.Poll(nowMs);
   if(!mayBlock)
      return;
   m_touch.Poll(nowMs);
   Guess(nowMs);
  }
//+------------------------------------------------------------------+
//| On a week-end no quote comes, and the desk has to date its deals |
//+------------------------------------------------------------------+
void CFeed::Guess(const long nowMs)
  {
   if(m_guessMs==0 || m_time.IsKnown())
      m_guessMs=nowMs+FEED_GUESS_MS;
   if(nowMs<m_guessMs || TerminalInfoInteger(TERMINAL_CONNECTED)==0)
      return;
   m_guessMs=nowMs+FEED_GUESS_MS;
   for(int i=0; i<m_symbols.Total(); i++)
      if(m_symbols.Name(i)!="" && m_touch.IsReady(i))
        {
         m_touch.AboutToLoad();
         m_time.Learn(m_symbols.Name(i),true);
         return;
        }
  }
//+------------------------------------------------------------------+
//| Ticks first: everything else can wait a timer. A history has one |
//| portion in each all the same, or it would never be over          |
//+------------------------------------------------------------------+
void CFeed::Poll(const long nowMs,const ulong deadline)
  {
   if(m_symbols.HasNews(nowMs))
      TellSpecs(nowMs);
   m_ticks.Poll(deadline);
   m_account.Poll(nowMs);
   m_bars.Poll(nowMs,deadline);
   if(GetMicrosecondCount()<deadline)
      m_calendar.Poll(nowMs,deadline);
  }

#endif
//+------------------------------------------------------------------+
