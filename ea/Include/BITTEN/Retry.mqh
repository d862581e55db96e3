//+------------------------------------------------------------------+
//| Retry.mqh                                                        |
//| When to try again: a pause that doubles from 0.2 to 2 seconds,   |
//| shortened by chance to between a half and the whole of it, so    |
//| that several terminals do not knock together.                    |
//+------------------------------------------------------------------+
#ifndef BITTEN_RETRY_MQH
#define BITTEN_RETRY_MQH

#define RETRY_SHORTEST_MS     200
#define RETRY_LONGEST_MS      2000
#define RETRY_JITTER          1024

class CRetry
  {
private:
   int               m_pauseMs;
   ulong             m_nextMs;

public:
                     CRetry() : m_pauseMs(RETRY_SHORTEST_MS),m_nextMs(0) {}
   void              Reset() { m_pauseMs=RETRY_SHORTEST_MS; }
   bool              IsDue(const ulong nowMs) const { return(nowMs>=m_nextMs); }
   //--- chance: 0 … RETRY_JITTER-1
   void              Later(const ulong nowMs,const int chance);
  };
//+------------------------------------------------------------------+
void CRetry::Later(const ulong nowMs,const int chance)
  {
   m_nextMs=nowMs+(ulong)(m_pauseMs/2+m_pauseMs/2*chance/RETRY_JITTER);
   m_pauseMs=(2*m_pauseMs<RETRY_LONGEST_MS) ? 2*m_pauseMs : RETRY_LONGEST_MS;
  }

#endif
//+------------------------------------------------------------------+
