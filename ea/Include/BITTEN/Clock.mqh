//+------------------------------------------------------------------+
//| Clock.mqh                                                        |
//| UTC in milliseconds. TimeGMT knows whole seconds only, so every  |
//| reading of it says between which two bounds the time is, and the |
//| microsecond counter carries the bounds on: after a second that   |
//| was seen to begin they are as close as the timer. A reading out  |
//| of the bounds is a clock that somebody has set.                  |
//+------------------------------------------------------------------+
#ifndef BITTEN_CLOCK_MQH
#define BITTEN_CLOCK_MQH

#include "Interfaces.mqh"

//--- A reading further out of the bounds than this is a clock that was set, and no slewing
#define CLOCK_JUMP_MS         1000.0
//--- Bounds move apart by this much, because a computer's clock is slewed by at most 500 millionths
#define CLOCK_DRIFT_PER_MS    0.0005

class CClock : public IClock
  {
private:
   bool              m_isSet;
   //--- UTC minus the microsecond counter, ms: at least, at most, believed
   double            m_least;
   double            m_most;
   double            m_offset;
   double            m_readAtMs;
   long              m_jumpMs;

   static double     SteadyMs() { return((double)GetMicrosecondCount()/1000.0); }
   void              Start(const double least,const double most);

public:
                     CClock() : m_isSet(false),m_least(0.0),m_most(0.0),m_offset(0.0),m_readAtMs(0.0),m_jumpMs(0) {}
   //--- Call on every timer: the more often, the more exact
   void              Poll();
   virtual long      UtcMs();
   //--- Furthest that UtcMs may be from the truth
   long              UncertaintyMs() const { return((long)MathCeil(m_most-m_least)); }
   //--- True once after the computer's clock was set; byMs is how far
   bool              Jumped(long &byMs);
  };
//+------------------------------------------------------------------+
void CClock::Start(const double least,const double most)
  {
   m_isSet=true;
   m_least=least;
   m_most=most;
   m_offset=(least+most)/2.0;
  }
//+------------------------------------------------------------------+
void CClock::Poll()
  {
   double before=SteadyMs();
   double second=(double)(long)TimeGMT()*1000.0;
   double after=SteadyMs();
   double least=second-after;
   double most=second+1000.0-before;
   double drift=(after-m_readAtMs)*CLOCK_DRIFT_PER_MS;
   m_readAtMs=after;
   if(!m_isSet)
     {
      Start(least,most);
      return;
     }
   m_least=MathMax(m_least-drift,least);
   m_most=MathMin(m_most+drift,most);
   double outside=MathMax(least-m_offset,m_offset-most);
   if(m_least>m_most && outside>CLOCK_JUMP_MS)
     {
      double believed=m_offset;
      Start(least,most);
      m_jumpMs+=(long)MathRound(m_offset-believed);
      return;
     }
   if(m_least>m_most)
     {
      m_least=least;
      m_most=most;
     }
   m_offset=MathMin(MathMax(m_offset,m_least),m_most);
  }
//+------------------------------------------------------------------+
long CClock::UtcMs()
  {
   if(!m_isSet)
      Poll();
   return((long)(m_offset+SteadyMs()));
  }
//+------------------------------------------------------------------+
bool CClock::Jumped(long &byMs)
  {
   byMs=m_jumpMs;
   m_jumpMs=0;
   return(byMs!=0);
  }

#endif
//+------------------------------------------------------------------+
