//+------------------------------------------------------------------+
//| FirstTouch.mqh                                                   |
//| The first request for a symbol's ticks or bars makes the terminal|
//| fetch what it has not got, and may stop the whole EA for up to   |
//| 45 seconds. So symbols are touched one a turn, the app is told   |
//| before, and one that fails waits without holding up the others.  |
//+------------------------------------------------------------------+
#ifndef BITTEN_FIRST_TOUCH_MQH
#define BITTEN_FIRST_TOUCH_MQH

#include "DeskPorts.mqh"
#include "Symbols.mqh"

//--- Longest that CopyTicks waits, and CopyRates as long
#define TOUCH_BLOCKS_MS      90000
#define TOUCH_AGAIN_MS       500
#define TOUCH_AGAIN_MOST_MS  30000
//--- Failures that are normal while the terminal starts
#define TOUCH_PATIENCE       4

class CFirstTouch
  {
private:
   CSymbols         *m_symbols;
   IPause           *m_pause;
   IHerald          *m_herald;
   string            m_names[PAIR_COUNT];
   bool              m_isReady[PAIR_COUNT];
   int               m_failures[PAIR_COUNT];
   long              m_againMs[PAIR_COUNT];
   int               m_next;

   void              Touch(const int index,const long nowMs);
   void              Failed(const int index,const long nowMs,const int error);

public:
                     CFirstTouch(void);
   void              Bind(CSymbols *symbols,IPause *pause,IHerald *herald);
   //--- At most one symbol a turn
   void              Poll(const long nowMs);
   bool              IsReady(const int index);
   int               Ready(void);
   //--- More than was touched is asked for, which the terminal may have to fetch
   void              AboutToLoad(void) { m_pause.AboutToBlock(TOUCH_BLOCKS_MS); }
  };
//+------------------------------------------------------------------+
CFirstTouch::CFirstTouch(void) : m_symbols(NULL),m_pause(NULL),m_herald(NULL),m_next(0)
  {
   ArrayInitialize(m_isReady,false);
   ArrayInitialize(m_failures,0);
   ArrayInitialize(m_againMs,0);
  }
//+------------------------------------------------------------------+
void CFirstTouch::Bind(CSymbols *symbols,IPause *pause,IHerald *herald)
  {
   m_symbols=symbols;
   m_pause=pause;
   m_herald=herald;
  }
//+------------------------------------------------------------------+
bool CFirstTouch::IsReady(const int index)
  {
   return(m_isReady[index] && m_names[index]==m_symbols.Name(index));
  }
//+------------------------------------------------------------------+
int CFirstTouch::Ready(void)
  {
   int ready=0;
   for(int i=0; i<PAIR_COUNT; i++)
      if(IsReady(i))
         ready++;
   return(ready);
  }
//+------------------------------------------------------------------+
void CFirstTouch::Poll(const long nowMs)
  {
   if(!m_symbols.IsReady())
      return;
   for(int tried=0; tried<PAIR_COUNT; tried++)
     {
      int index=m_next;
      m_next=(m_next+1)%PAIR_COUNT;
      if(m_symbols.Name(index)=="" || IsReady(index) || nowMs<m_againMs[index])
         continue;
      Touch(index,nowMs);
      return;
     }
  }
//+------------------------------------------------------------------+
void CFirstTouch::Touch(const int index,const long nowMs)
  {
   string name=m_symbols.Name(index);
   m_names[index]=name;
   m_isReady[index]=false;
   m_pause.AboutToBlock(TOUCH_BLOCKS_MS);
   MqlTick ticks[];
   MqlRates bars[];
   ResetLastError();
   bool isDone=CopyTicks(name,ticks,COPY_TICKS_ALL,0,1)>0 && CopyRates(name,PERIOD_M1,0,1,bars)>0;
   if(!isDone)
     {
      Failed(index,nowMs,GetLastError());
      return;
     }
   m_isReady[index]=true;
   m_failures[index]=0;
  }
//+------------------------------------------------------------------+
void CFirstTouch::Failed(const int index,const long nowMs,const int error)
  {
   m_failures[index]++;
   int doublings=(int)MathMin(10,m_failures[index]-1);
   m_againMs[index]=nowMs+(long)MathMin(TOUCH_AGAIN_MOST_MS,TOUCH_AGAIN_MS*MathPow(2.0,doublings));
   if(m_failures[index]==TOUCH_PATIENCE)
      m_herald.Note("warn",StringFormat("MetaTrader gives no quotes of %s (error %d). The other symbols go on; it is tried again.",
                                        m_names[index],error));
  }

#endif
//+------------------------------------------------------------------+
