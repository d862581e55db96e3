//+------------------------------------------------------------------+
//| SymbolMap.mqh                                                    |
//| Which of the broker's symbols is which of the desk's pairs: by   |
//| its base and profit currency, never by its name alone. Brokers   |
//| have thousands of symbols, so they are looked through in turns.  |
//+------------------------------------------------------------------+
#ifndef BITTEN_SYMBOL_MAP_MQH
#define BITTEN_SYMBOL_MAP_MQH

#include "Protocol.mqh"

#define SYMBOLS_A_TURN     100

class CSymbolMap
  {
private:
   //--- What the trader's filter names: pairs, or symbols of the broker
   string            m_wanted[];
   string            m_names[];
   int               m_scores[];
   int               m_rivals[];
   int               m_at;
   int               m_total;
   bool              m_isDone;

   int               PairOf(const string name);
   bool              IsNamed(const string text);
   int               ScoreOf(const string name,const string pair);
   void              Consider(const string name);

public:
                     CSymbolMap(void);
   void              Filter(const string list);
   void              Restart(void);
   //--- One turn of looking; true when this turn was the last
   bool              Look(void);
   bool              IsDone(void) { return(m_isDone); }
   bool              IsStale(void) { return(m_isDone && SymbolsTotal(false)!=m_total); }
   string            Pair(const int index) { return(PAIRS[index]); }
   //--- The broker's name, "" when it has none
   string            Name(const int index) { return(m_names[index]); }
   //--- How many symbols of the broker are this pair
   int               Rivals(const int index) { return(m_rivals[index]); }
   int               Found(void);
  };

CSymbolMap::CSymbolMap(void) : m_at(0),m_total(0),m_isDone(false)
  {
   ArrayResize(m_names,PAIR_COUNT);
   ArrayResize(m_scores,PAIR_COUNT);
   ArrayResize(m_rivals,PAIR_COUNT);
   Restart();
  }

void CSymbolMap::Filter(const string list)
  {
   ArrayResize(m_wanted,0);
   if(list=="")
      return;
   StringSplit(list,',',m_wanted);
   for(int i=ArraySize(m_wanted)-1; i>=0; i--)
     {
      StringTrimLeft(m_wanted[i]);
      StringTrimRight(m_wanted[i]);
     }
  }

void CSymbolMap::Restart(void)
  {
   m_at=0;
   m_total=SymbolsTotal(false);
   m_isDone=false;
   for(int i=0; i<PAIR_COUNT; i++)
     {
      m_names[i]="";
      m_scores[i]=0;
      m_rivals[i]=0;
     }
  }

bool CSymbolMap::Look(void)
  {
   if(m_isDone)
      return(false);
   int end=(int)MathMin(m_total,m_at+SYMBOLS_A_TURN);
   for(; m_at<end; m_at++)
      Consider(SymbolName(m_at,false));
   m_isDone=(m_at>=m_total);
   return(m_isDone);
  }

void CSymbolMap::Consider(const string name)
  {
   int index=PairOf(name);
   if(index<0)
      return;
   if(ArraySize(m_wanted)>0 && !IsNamed(PAIRS[index]) && !IsNamed(name))
      return;
   m_rivals[index]++;
   int score=ScoreOf(name,PAIRS[index]);
   if(m_names[index]!="" && score<=m_scores[index])
      return;
   m_names[index]=name;
   m_scores[index]=score;
  }

int CSymbolMap::PairOf(const string name)
  {
   string base=SymbolInfoString(name,SYMBOL_CURRENCY_BASE);
   if(StringLen(base)!=3)
      return(-1);
   string pair=base+SymbolInfoString(name,SYMBOL_CURRENCY_PROFIT);
   for(int i=0; i<PAIR_COUNT; i++)
      if(PAIRS[i]==pair)
         return(i);
   return(-1);
  }

bool CSymbolMap::IsNamed(const string text)
  {
   for(int i=ArraySize(m_wanted)-1; i>=0; i--)
      if(m_wanted[i]==text)
         return(true);
   return(false);
  }

//--- The symbol that is meant, when a broker has several of a pair: what can be traded, what the trader has in his
//--- Market Watch, the plainest name
int CSymbolMap::ScoreOf(const string name,const string pair)
  {
   int score=1000-StringLen(name);
   if(IsNamed(name))
      score+=5000;
   if(SymbolInfoInteger(name,SYMBOL_TRADE_MODE)==SYMBOL_TRADE_MODE_FULL)
      score+=2000;
   long mode=SymbolInfoInteger(name,SYMBOL_TRADE_CALC_MODE);
   if(mode==SYMBOL_CALC_MODE_FOREX || mode==SYMBOL_CALC_MODE_FOREX_NO_LEVERAGE)
      score+=1000;
   if(SymbolInfoInteger(name,SYMBOL_CUSTOM)!=0)
      score-=3000;
   if(SymbolInfoInteger(name,SYMBOL_SELECT)!=0)
      score+=500;
   if(StringFind(name,pair)==0)
      score+=100;
   return(score);
  }

int CSymbolMap::Found(void)
  {
   int found=0;
   for(int i=0; i<PAIR_COUNT; i++)
      if(m_names[i]!="")
         found++;
   return(found);
  }

#endif
//+------------------------------------------------------------------+
