//+------------------------------------------------------------------+
//| Silence.mqh                                                      |
//| How long the other side has said nothing. Only time in which we  |
//| listened counts: while the EA stood in an OrderSend for a minute |
//| it heard nobody, and nobody is to blame.                         |
//+------------------------------------------------------------------+
#ifndef BITTEN_SILENCE_MQH
#define BITTEN_SILENCE_MQH

//--- Longer between two polls, and the EA was busy elsewhere
#define SILENCE_LONGEST_STEP  500
#define SILENCE_BEATS         5
//--- From the connection to the welcome
#define SILENCE_HANDSHAKE_MS  5000

class CSilence
  {
private:
   ulong             m_polledMs;
   ulong             m_silentMs;

public:
                     CSilence() : m_polledMs(0),m_silentMs(0) {}
   void              Begin(const ulong nowMs);
   //--- Call after reading, at every poll
   void              Poll(const ulong nowMs,const bool wasHeard);
   //--- "" or why the connection has to end. beatMs: 0 during the handshake
   string            Fault(const int beatMs) const;
  };
//+------------------------------------------------------------------+
void CSilence::Begin(const ulong nowMs)
  {
   m_polledMs=nowMs;
   m_silentMs=0;
  }
//+------------------------------------------------------------------+
void CSilence::Poll(const ulong nowMs,const bool wasHeard)
  {
   ulong step=nowMs-m_polledMs;
   m_polledMs=nowMs;
   if(wasHeard)
      m_silentMs=0;
   else
      m_silentMs+=(step<SILENCE_LONGEST_STEP) ? step : SILENCE_LONGEST_STEP;
  }
//+------------------------------------------------------------------+
string CSilence::Fault(const int beatMs) const
  {
   ulong longest=(beatMs>0) ? (ulong)(SILENCE_BEATS*beatMs) : SILENCE_HANDSHAKE_MS;
   if(m_silentMs<=longest)
      return("");
   string seconds=DoubleToString((double)longest/1000.0,1);
   if(beatMs>0)
      return("BITTEN has answered nothing for "+seconds+" s");
   return("what listens there does not finish the handshake within "+seconds+" s");
  }

#endif
//+------------------------------------------------------------------+
