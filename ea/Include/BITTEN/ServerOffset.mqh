//+------------------------------------------------------------------+
//| ServerOffset.mqh                                                 |
//| How far the broker's clock is ahead of UTC at this moment:       |
//| measured while quotes come, told only when several measurements  |
//| in a row say the same.                                           |
//+------------------------------------------------------------------+
#ifndef BITTEN_SERVER_OFFSET_MQH
#define BITTEN_SERVER_OFFSET_MQH

#include "Interfaces.mqh"

//--- Zones are whole quarters of an hour
#define ZONE_STEP            900
#define MEASURE_EVERY_MS     200
#define MEASURE_TIMES        3
//--- A quote counts as fresh for so long after it came
#define QUOTE_FRESH_MS       10000
//--- The computer's clock may be so many seconds wrong; more, and a quarter of an hour could be the wrong one
#define CLOCK_WRONG_MOST     300
#define CLOCK_WRONG_TOLD     30
//--- An offset that was not confirmed for so long may be that of before a change of clocks
#define OFFSET_STALE_MS      21600000

class CServerOffset
  {
private:
   IHerald          *m_herald;
   long              m_offset;
   bool              m_isMeasured;
   long              m_confirmedMs;
   long              m_candidate;
   int               m_times;
   long              m_nextMs;
   long              m_quote;         // server's time of the last one, seconds
   long              m_quoteMs;
   string            m_problem;

   bool              IsQuoteFresh(const long nowMs);
   static long       Zone(const long seconds);
   static long       Believed(void) { return(Zone((long)TimeTradeServer()-(long)TimeGMT())); }
   bool              Measure(const long nowMs);
   void              Complain(const string text);

public:
                     CServerOffset(void);
   void              Bind(IHerald *herald);
   void              Forget(void);
   static long       SteadyMs(void) { return((long)(GetMicrosecondCount()/1000)); }
   //--- True when the offset has become known, or another one
   bool              Poll(void);
   bool              IsKnown(void) { return(m_isMeasured && SteadyMs()-m_confirmedMs<OFFSET_STALE_MS); }
   //--- Seconds; before the first measurement what the terminal believes, for whoever can do with that
   long              Seconds(void) { return(m_isMeasured ? m_offset : Believed()); }
   string            Problem(void) { return(m_problem); }
  };
//+------------------------------------------------------------------+
CServerOffset::CServerOffset(void)
   : m_herald(NULL),m_offset(0),m_isMeasured(false),m_confirmedMs(0),m_candidate(0),m_times(0),m_nextMs(0),m_quote(0),
     m_quoteMs(0),m_problem("")
  {
  }
//+------------------------------------------------------------------+
void CServerOffset::Bind(IHerald *herald)
  {
   m_herald=herald;
   Forget();
  }
//+------------------------------------------------------------------+
//| What was there before us may be days old: it does not count as a |
//| quote that came                                                  |
//+------------------------------------------------------------------+
void CServerOffset::Forget(void)
  {
   m_isMeasured=false;
   m_times=0;
   m_quoteMs=0;
   m_quote=(long)TimeCurrent();
  }
//+------------------------------------------------------------------+
bool CServerOffset::Poll(void)
  {
   long nowMs=SteadyMs();
   if(nowMs<m_nextMs)
      return(false);
   m_nextMs=nowMs+MEASURE_EVERY_MS;
   if(IsQuoteFresh(nowMs))
      return(Measure(nowMs));
   m_times=0;
   return(false);
  }
//+------------------------------------------------------------------+
bool CServerOffset::IsQuoteFresh(const long nowMs)
  {
   long quote=(long)TimeCurrent();
   if(quote!=m_quote)
     {
      m_quote=quote;
      m_quoteMs=nowMs;
     }
   return(m_quoteMs>0 && nowMs-m_quoteMs<=QUOTE_FRESH_MS && TerminalInfoInteger(TERMINAL_CONNECTED)!=0);
  }
//+------------------------------------------------------------------+
long CServerOffset::Zone(const long seconds)
  {
   return((long)MathRound((double)seconds/ZONE_STEP)*ZONE_STEP);
  }
//+------------------------------------------------------------------+
bool CServerOffset::Measure(const long nowMs)
  {
   long server=(long)TimeTradeServer();
   long raw=server-(long)TimeGMT();
   long offset=Zone(raw);
   //--- The terminal reckons the server's time by the computer's clock: one that was set shows in the quotes only
   long wrong=MathMax(MathAbs(raw-offset),MathAbs(server-m_quote));
   bool isUsable=(wrong<=CLOCK_WRONG_MOST);
   if(wrong>CLOCK_WRONG_TOLD)
      Complain(StringFormat("The computer's clock is %I64d s from the broker's: set it.%s",wrong,
                            isUsable || m_isMeasured ? "" : " Until then quotes cannot be dated."));
   else
      m_problem="";
   m_times=(isUsable && offset==m_candidate) ? m_times+1 : (isUsable ? 1 : 0);
   m_candidate=offset;
   if(m_times<MEASURE_TIMES)
      return(false);
   bool isNew=(!m_isMeasured || offset!=m_offset);
   m_offset=offset;
   m_isMeasured=true;
   m_confirmedMs=nowMs;
   return(isNew);
  }
//+------------------------------------------------------------------+
//| The same complaint is made once                                  |
//+------------------------------------------------------------------+
void CServerOffset::Complain(const string text)
  {
   if(m_problem=="")
      m_herald.Note("warn",text);
   m_problem=text;
  }

#endif
//+------------------------------------------------------------------+
