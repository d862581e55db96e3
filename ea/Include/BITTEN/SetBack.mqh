//+------------------------------------------------------------------+
//| SetBack.mqh                                                      |
//| A computer whose clock was set back makes old messages young:    |
//| for as long as one could still be valid, none that carries a     |
//| time before the jump is believed.                                |
//+------------------------------------------------------------------+
#ifndef BITTEN_SET_BACK_MQH
#define BITTEN_SET_BACK_MQH

//--- Less is how clocks are read, and how they are slewed
#define SET_BACK_LEAST_MS   2000
#define SET_BACK_SLEW       0.001
//--- The longest `ttlMs` that a command can have
#define SET_BACK_LASTS_MS   60000

class CSetBack
  {
private:
   bool              m_isRead;
   double            m_ahead;       // of the clock before a clock that is never set, ms: the most that was seen
   double            m_readAtMs;
   double            m_untilMs;     // 0: it was not set back
   long              m_showedMs;    // what it showed before that

public:
                     CSetBack() : m_isRead(false),m_ahead(0.0),m_readAtMs(0.0),m_untilMs(0.0),m_showedMs(0) {}
   //--- On every timer, and before Covers
   void              Look(const long utcMs,const ulong steadyMs);
   //--- It may have been sent before the clock was set back
   bool              Covers(const long sentMs) const { return(m_readAtMs<m_untilMs && sentMs<=m_showedMs); }
  };
//+------------------------------------------------------------------+
void CSetBack::Look(const long utcMs,const ulong steadyMs)
  {
   double now=(double)steadyMs;
   double ahead=(double)utcMs-now;
   double least=m_ahead-(now-m_readAtMs)*SET_BACK_SLEW;
   if(m_isRead && ahead<least-SET_BACK_LEAST_MS)
     {
      m_showedMs=(long)(now+m_ahead);
      m_untilMs=now+SET_BACK_LASTS_MS;
      least=ahead;
     }
   m_ahead=(m_isRead ? MathMax(least,ahead) : ahead);
   m_readAtMs=now;
   m_isRead=true;
  }

#endif
//+------------------------------------------------------------------+
