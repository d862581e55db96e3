//+------------------------------------------------------------------+
//| ServerTime.mqh                                                   |
//| The broker's time and UTC. Live quotes: by the offset that is    |
//| measured while they come. Past bars: by the rule of their date   |
//| (ServerRule.mqh), or not at all. Nothing here trusts the clock   |
//| of the computer alone.                                           |
//+------------------------------------------------------------------+
#ifndef BITTEN_SERVER_TIME_MQH
#define BITTEN_SERVER_TIME_MQH

#include "DeskPorts.mqh"
#include "ServerOffset.mqh"
#include "ServerRule.mqh"

class CServerTime : public IMarketTime
  {
private:
   IClock           *m_clock;
   IHerald          *m_herald;
   CServerOffset     m_offset;
   CServerRule       m_rule;
   bool              m_isRuled;
   string            m_refusal;
   //--- Last quote in UTC ms, and when it came here
   long              m_lastUtcMs;
   long              m_lastSteadyMs;

public:
                     CServerTime(void);
   void              Bind(IClock *clock,IHerald *herald);
   static long       SteadyMs(void) { return(CServerOffset::SteadyMs()); }
   void              Poll(void);
   //--- Whether live quotes can be dated; they wait in the terminal until then
   bool              IsMeasured(void) { return(m_offset.IsKnown()); }
   //--- Whether a deal can be: by the rule alone as well, as on a week-end
   virtual bool      IsKnown(void) { return(m_isRuled || IsMeasured()); }
   long              LiveUtcMs(const long serverMs) { return(serverMs-m_offset.Seconds()*1000); }
   //--- Of any date: by the rule where it is known, else by the offset of today
   virtual long      UtcFromServer(const long serverMs);
   virtual long      ServerFromUtc(const long utcMs);
   //--- Seconds ahead of UTC at this moment, measured or by the rule
   bool              OffsetNow(long &offset);
   //--- What the server's clock shows now, seconds
   long              ServerNow(void);
   //--- A quote has been dated: the market's clock stands there and runs on
   void              Seen(const long utcMs);
   long              MarketMs(void);
   //--- Finds the rule of past dates by the weeks of a symbol; `mayGuess`: even if the offset of today is not
   //--- measured, as on a week-end. False: not found, Refusal() says why
   bool              Learn(const string symbol,const bool mayGuess);
   bool              IsRuled(void) { return(m_isRuled); }
   string            Refusal(void) { return(m_refusal); }
   //--- UTC seconds of a past time of the server; -1 for weeks of which nothing is known
   long              PastUtc(const long wall);
   string            Problem(void) { return(m_offset.Problem()); }
  };
//+------------------------------------------------------------------+
CServerTime::CServerTime(void)
   : m_clock(NULL),m_herald(NULL),m_isRuled(false),m_refusal(""),m_lastUtcMs(0),m_lastSteadyMs(0)
  {
  }
//+------------------------------------------------------------------+
void CServerTime::Bind(IClock *clock,IHerald *herald)
  {
   m_clock=clock;
   m_herald=herald;
   m_offset.Bind(herald);
  }
//+------------------------------------------------------------------+
void CServerTime::Poll(void)
  {
   if(!m_offset.Poll())
      return;
   //--- The rule has to say the same as what was measured
   m_isRuled=false;
   m_herald.Note("info",StringFormat("The broker's clock is %+.4g h ahead of UTC.",(double)m_offset.Seconds()/SECONDS_AN_HOUR));
  }
//+------------------------------------------------------------------+
bool CServerTime::OffsetNow(long &offset)
  {
   offset=m_offset.Seconds();
   if(IsMeasured())
      return(true);
   if(m_isRuled)
      offset=m_rule.OffsetOf((long)TimeTradeServer());
   return(m_isRuled);
  }
//+------------------------------------------------------------------+
long CServerTime::ServerNow(void)
  {
   if(IsMeasured() && m_lastUtcMs>0)
      return(MarketMs()/1000+m_offset.Seconds());
   return((long)TimeTradeServer());
  }
//+------------------------------------------------------------------+
long CServerTime::UtcFromServer(const long serverMs)
  {
   long utc=PastUtc(serverMs/1000);
   if(utc>=0)
      return(utc*1000+serverMs%1000);
   long offset=0;
   OffsetNow(offset);
   return(serverMs-offset*1000);
  }
//+------------------------------------------------------------------+
long CServerTime::ServerFromUtc(const long utcMs)
  {
   if(!m_isRuled)
      return(utcMs+m_offset.Seconds()*1000);
   long wall=utcMs/1000+m_rule.OffsetAtUtc(utcMs/1000);
   return(wall*1000+utcMs%1000);
  }
//+------------------------------------------------------------------+
void CServerTime::Seen(const long utcMs)
  {
   if(utcMs<=m_lastUtcMs)
      return;
   m_lastUtcMs=utcMs;
   m_lastSteadyMs=SteadyMs();
  }
//+------------------------------------------------------------------+
//| Runs on from the last quote by a clock that nobody can set.      |
//| Before the first quote the computer's has to do                  |
//+------------------------------------------------------------------+
long CServerTime::MarketMs(void)
  {
   if(m_lastUtcMs==0)
      return(m_clock.UtcMs());
   return(m_lastUtcMs+SteadyMs()-m_lastSteadyMs);
  }
//+------------------------------------------------------------------+
bool CServerTime::Learn(const string symbol,const bool mayGuess)
  {
   if(m_isRuled)
      return(true);
   m_refusal="the broker's clock is not measured yet";
   if(!IsMeasured() && !mayGuess)
      return(false);
   m_refusal="";
   if(!m_rule.ReadWeeks(symbol))
     {
      m_refusal="the terminal has no hours of "+symbol+" with a week-end in them";
      return(false);
     }
   m_isRuled=IsMeasured() ? m_rule.InferWith(m_offset.Seconds(),(long)TimeTradeServer()-m_offset.Seconds(),m_refusal) : m_rule.Infer(m_refusal);
   if(m_isRuled)
      m_herald.Note("info",StringFormat("%d weeks say that the broker's clock is %s.",m_rule.Weeks(),m_rule.Description()));
   return(m_isRuled);
  }
//+------------------------------------------------------------------+
long CServerTime::PastUtc(const long wall)
  {
   if(!m_isRuled || wall<m_rule.CoveredFrom())
      return(-1);
   return(wall-m_rule.OffsetOf(wall));
  }

#endif
//+------------------------------------------------------------------+
