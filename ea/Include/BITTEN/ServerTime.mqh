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
#include "ServerRule.mqh"

//--- Zones are whole quarters of an hour
#define ZONE_STEP            900
#define MEASURE_EVERY_MS     200
//--- So many measurements in a row have to say the same
#define MEASURE_TIMES        3
//--- A quote counts as fresh for so long after it came
#define QUOTE_FRESH_MS       10000
//--- The terminal's idea of the server's time may be so many seconds from the last quote
#define SERVER_QUOTE_APART   60
//--- The computer's clock may be so many seconds wrong; more, and a quarter of an hour could be the wrong one
#define CLOCK_WRONG_MOST     300
#define CLOCK_WRONG_TOLD     30
//--- An offset that was not confirmed for so long may be that of before a change of clocks
#define OFFSET_STALE_MS      21600000

class CServerTime : public IMarketTime
  {
private:
   IClock           *m_clock;
   IHerald          *m_herald;
   CServerRule       m_rule;
   bool              m_isRuled;
   string            m_refusal;
   //--- Measured: seconds ahead of UTC
   long              m_offset;
   bool              m_isMeasured;
   long              m_confirmedMs;
   long              m_candidate;
   int               m_times;
   long              m_nextMs;
   long              m_quote;         // server's time of the last one, seconds
   long              m_quoteMs;
   string            m_problem;
   //--- Last quote in UTC ms, and when it came here
   long              m_lastUtcMs;
   long              m_lastSteadyMs;

   bool              IsQuoteFresh(const long nowMs);
   void              Measure(const long nowMs);
   void              Accept(const long offset,const long nowMs);
   void              Complain(const string text);

public:
                     CServerTime(void);
   void              Bind(IClock *clock,IHerald *herald);
   static long       SteadyMs(void) { return((long)(GetMicrosecondCount()/1000)); }
   void              Poll(void);
   //--- Whether live quotes can be dated; they wait in the terminal until then
   virtual bool      IsKnown(void);
   long              LiveUtcMs(const long serverMs) { return(serverMs-m_offset*1000); }
   //--- Of any date: by the rule where it is known, else by the offset of today
   virtual long      UtcFromServer(const long serverMs);
   virtual long      ServerFromUtc(const long utcMs);
   //--- Seconds ahead of UTC at this moment, measured or by the rule
   bool              OffsetNow(long &offset);
   //--- What the server's clock shows now
   long              ServerNow(void);
   //--- A quote has been dated: the market's clock stands there and runs on
   void              Seen(const long utcMs);
   long              MarketMs(void);
   //--- Finds the rule of past dates by the weeks of a symbol; `mayGuess`: even if the offset of today is not
   //--- measured, as on a week-end. False: not found, Refusal() says why
   bool              Learn(const string symbol,const bool mayGuess);
   bool              IsRuled(void) { return(m_isRuled); }
   string            Refusal(void) { return(m_refusal); }
   //--- UTC seconds of a past time of the server; −1 for weeks of which nothing is known
   long              PastUtc(const long wall);
   void              Forget(void);
   string            Problem(void) { return(m_problem); }
  };

CServerTime::CServerTime(void)
   : m_clock(NULL),m_herald(NULL),m_isRuled(false),m_refusal(""),m_offset(0),m_isMeasured(false),
     m_confirmedMs(0),m_candidate(0),m_times(0),m_nextMs(0),m_quote(0),m_quoteMs(0),m_problem(""),
     m_lastUtcMs(0),m_lastSteadyMs(0)
  {
  }

void CServerTime::Bind(IClock *clock,IHerald *herald)
  {
   m_clock=clock;
   m_herald=herald;
   //--- What was there before we came may be days old, so it does not count as a quote that came
   m_quote=(long)TimeCurrent();
  }

//--- Another account, perhaps of another broker
void CServerTime::Forget(void)
  {
   m_isMeasured=false;
   m_isRuled=false;
   m_times=0;
   m_quoteMs=0;
   m_lastUtcMs=0;
   m_quote=(long)TimeCurrent();
  }

void CServerTime::Poll(void)
  {
   long nowMs=SteadyMs();
   if(nowMs<m_nextMs)
      return;
   m_nextMs=nowMs+MEASURE_EVERY_MS;
   if(IsQuoteFresh(nowMs))
      Measure(nowMs);
   else
      m_times=0;
  }

bool CServerTime::IsQuoteFresh(const long nowMs)
  {
   long quote=(long)TimeCurrent();
   if(quote!=m_quote)
     {
      m_quote=quote;
      m_quoteMs=nowMs;
     }
   return(m_quoteMs>0 && nowMs-m_quoteMs<=QUOTE_FRESH_MS && TerminalInfoInteger(TERMINAL_CONNECTED)!=0);
  }

void CServerTime::Measure(const long nowMs)
  {
   long server=(long)TimeTradeServer();
   if(MathAbs(server-m_quote)>SERVER_QUOTE_APART)
     {
      m_times=0;
      return;
     }
   long raw=server-(long)TimeGMT();
   long offset=(long)MathRound((double)raw/ZONE_STEP)*ZONE_STEP;
   long wrong=MathAbs(raw-offset);
   if(wrong>CLOCK_WRONG_MOST)
     {
      m_times=0;
      Complain(StringFormat("The computer's clock is %I64d s from the broker's: set it, then quotes can be dated.",wrong));
      return;
     }
   if(wrong>CLOCK_WRONG_TOLD)
      Complain(StringFormat("The computer's clock is %I64d s from the broker's: set it.",wrong));
   else
      m_problem="";
   m_times=(offset==m_candidate) ? m_times+1 : 1;
   m_candidate=offset;
   if(m_times>=MEASURE_TIMES)
      Accept(offset,nowMs);
  }

void CServerTime::Accept(const long offset,const long nowMs)
  {
   bool isNew=!m_isMeasured || offset!=m_offset;
   m_offset=offset;
   m_isMeasured=true;
   m_confirmedMs=nowMs;
   if(!isNew)
      return;
   m_isRuled=false;
   m_herald.Note("info",StringFormat("The broker's clock is %+.4g h ahead of UTC.",(double)offset/HOUR_SECONDS));
  }

//--- The same complaint is made once
void CServerTime::Complain(const string text)
  {
   if(m_problem=="")
      m_herald.Note("warn",text);
   m_problem=text;
  }

bool CServerTime::IsKnown(void)
  {
   return(m_isMeasured && SteadyMs()-m_confirmedMs<OFFSET_STALE_MS);
  }

bool CServerTime::OffsetNow(long &offset)
  {
   offset=m_offset;
   if(IsKnown())
      return(true);
   if(m_isRuled)
      offset=m_rule.OffsetOf((long)TimeTradeServer());
   return(m_isRuled);
  }

long CServerTime::ServerNow(void)
  {
   if(IsKnown() && m_lastUtcMs>0)
      return(MarketMs()/1000+m_offset);
   return((long)TimeTradeServer());
  }

long CServerTime::UtcFromServer(const long serverMs)
  {
   long utc=PastUtc(serverMs/1000);
   return(utc>=0 ? utc*1000+serverMs%1000 : LiveUtcMs(serverMs));
  }

long CServerTime::ServerFromUtc(const long utcMs)
  {
   if(!m_isRuled)
      return(utcMs+m_offset*1000);
   long wall=utcMs/1000+m_rule.OffsetAtUtc(utcMs/1000);
   return(wall*1000+utcMs%1000);
  }

void CServerTime::Seen(const long utcMs)
  {
   if(utcMs<=m_lastUtcMs)
      return;
   m_lastUtcMs=utcMs;
   m_lastSteadyMs=SteadyMs();
  }

//--- Runs on from the last quote by a clock that nobody can set. Before the first quote the computer's has to do
long CServerTime::MarketMs(void)
  {
   if(m_lastUtcMs==0)
      return(m_clock.UtcMs());
   return(m_lastUtcMs+SteadyMs()-m_lastSteadyMs);
  }

bool CServerTime::Learn(const string symbol,const bool mayGuess)
  {
   if(m_isRuled)
      return(true);
   m_refusal="the broker's clock is not measured yet";
   if(!IsKnown() && !mayGuess)
      return(false);
   m_refusal="";
   if(!m_rule.ReadWeeks(symbol))
     {
      m_refusal="the terminal has no hours of "+symbol+" with a week-end in them";
      return(false);
     }
   m_isRuled=IsKnown() ? m_rule.InferWith(m_offset,(long)TimeTradeServer()-m_offset,m_refusal) : m_rule.Infer(m_refusal);
   if(m_isRuled)
      m_herald.Note("info",StringFormat("%d weeks say that the broker's clock is %s.",m_rule.Weeks(),m_rule.Description()));
   return(m_isRuled);
  }

long CServerTime::PastUtc(const long wall)
  {
   if(!m_isRuled || wall<m_rule.CoveredFrom())
      return(-1);
   return(wall-m_rule.OffsetOf(wall));
  }

#endif
//+------------------------------------------------------------------+
