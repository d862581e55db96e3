//+------------------------------------------------------------------+
//| Numbers.mqh                                                      |
//| The numbers of one session: ours and the app's, what came, and   |
//| up to where either side has the effects on its disk.             |
//+------------------------------------------------------------------+
#ifndef BITTEN_NUMBERS_MQH
#define BITTEN_NUMBERS_MQH

#include "Protocol.mqh"

enum ENUM_NUMBER
  {
   NUMBER_NEXT,
   NUMBER_REPEAT,   // it came before
   NUMBER_GAP       // others before it never came
  };

class CNumbers
  {
private:
   long              m_said;        // of our last message
   long              m_heard;       // of the app's
   long              m_committed;   // the app's messages whose effects are on our disk
   long              m_confirmed;   // ours whose effects are on its disk

public:
                     CNumbers() : m_said(0),m_heard(0),m_committed(0),m_confirmed(0) {}
   void              Reset();
   bool              MaySay() const { return(m_said<LIMIT_NUMBER); }
   long              Next() { return(++m_said); }
   //--- The message with the last number was never said
   void              TakeBack() { m_said--; }
   ENUM_NUMBER       Hear(const long number);
   //--- false: nobody can confirm what was not said
   bool              Confirm(const long upTo);
   void              Commit(const long upTo);
   long              Said() const { return(m_said); }
   long              Heard() const { return(m_heard); }
   long              Committed() const { return(m_committed); }
   long              Confirmed() const { return(m_confirmed); }
  };
//+------------------------------------------------------------------+
void CNumbers::Reset()
  {
   m_said=0;
   m_heard=0;
   m_committed=0;
   m_confirmed=0;
  }
//+------------------------------------------------------------------+
ENUM_NUMBER CNumbers::Hear(const long number)
  {
   if(number<=m_heard)
      return(NUMBER_REPEAT);
   if(number>m_heard+1)
      return(NUMBER_GAP);
   m_heard=number;
   return(NUMBER_NEXT);
  }
//+------------------------------------------------------------------+
bool CNumbers::Confirm(const long upTo)
  {
   if(upTo>m_said)
      return(false);
   if(upTo>m_confirmed)
      m_confirmed=upTo;
   return(true);
  }
//+------------------------------------------------------------------+
void CNumbers::Commit(const long upTo)
  {
   if(upTo>m_committed && upTo<=m_heard)
      m_committed=upTo;
  }

#endif
//+------------------------------------------------------------------+
