//+------------------------------------------------------------------+
//| Meter.mqh                                                        |
//| How long something takes, as percentiles of about the last       |
//| minute. Counts in buckets, so that measuring costs next to       |
//| nothing and a percentile is never told too low.                  |
//+------------------------------------------------------------------+
#ifndef BITTEN_METER_MQH
#define BITTEN_METER_MQH

//--- Eight buckets for each doubling, from 1 µs to more than an hour
#define METER_PER_DOUBLING  8
#define METER_BUCKETS       256
//--- When so many were counted the older ones lose half of their weight
#define METER_HALVE_AT      4096

class CMeter
  {
private:
   int               m_counts[METER_BUCKETS];
   int               m_total;
   long              m_most;

public:
                     CMeter(void) { Clear(); }
   void              Clear(void);
   void              Add(const long microseconds);
   bool              IsEmpty(void) { return(m_total==0); }
   //--- Upper border of the bucket in which the percentile lies, µs; 0 before anything was measured
   long              Percentile(const double percent);
   long              Most(void) { return(m_most); }
  };
//+------------------------------------------------------------------+
void CMeter::Clear(void)
  {
   ArrayInitialize(m_counts,0);
   m_total=0;
   m_most=0;
  }
//+------------------------------------------------------------------+
void CMeter::Add(const long microseconds)
  {
   m_most=MathMax(m_most,microseconds);
   double doublings=microseconds<1 ? 0.0 : MathLog((double)microseconds)/MathLog(2.0);
   int bucket=(int)MathMin(METER_BUCKETS-1,MathFloor(doublings*METER_PER_DOUBLING));
   m_counts[bucket]++;
   m_total++;
   if(m_total<METER_HALVE_AT)
      return;
   m_total=0;
   for(int i=0; i<METER_BUCKETS; i++)
     {
      m_counts[i]/=2;
      m_total+=m_counts[i];
     }
  }
//+------------------------------------------------------------------+
long CMeter::Percentile(const double percent)
  {
   double wanted=(double)m_total*percent/100.0;
   int passed=0;
   for(int i=0; i<METER_BUCKETS && m_total>0; i++)
     {
      passed+=m_counts[i];
      if((double)passed>=wanted && passed>0)
         return((long)MathCeil(MathPow(2.0,(double)(i+1)/METER_PER_DOUBLING)));
     }
   return(0);
  }

#endif
//+------------------------------------------------------------------+
