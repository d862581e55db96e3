//+------------------------------------------------------------------+
//| ServerRule.mqh                                                   |
//| Which clock a trade server has had all along. Past bars carry    |
//| the server's time under the rule of their own date, and nothing  |
//| in the terminal says what that was. The weeks do: the market     |
//| opens on Sunday 17:00 in New York, so the first hour of each     |
//| week shows how far ahead the server was that week.               |
//+------------------------------------------------------------------+
#ifndef BITTEN_SERVER_RULE_MQH
#define BITTEN_SERVER_RULE_MQH

#include "SummerTime.mqh"

//--- A week-end by itself, not one with a holiday beside it: hours between the openings of its two bars
#define WEEKEND_LEAST_HOURS   45
#define WEEKEND_MOST_HOURS    55
//--- How late after the market's opening a server's first quote may be
#define WEEK_OPEN_LATE        1800
//--- A server may open its week so many hours after the market
#define WEEK_OPEN_HOURS       2
//--- About seventeen months of hours, so that each change of clocks is in it
#define RULE_HOURS            9000

struct SServerRule
  {
   ENUM_SUMMER       summer;
   long              base;          // seconds ahead of UTC in winter
   long              coveredFrom;   // server's time, seconds: nothing is known of earlier weeks
  };

//--- More bars than its charts may hold the terminal does not copy at all
int MostBars(const int wanted)
  {
   int most=TerminalInfoInteger(TERMINAL_MAXBARS);
   return(most>0 && most<wanted ? most : wanted);
  }

class CServerRule
  {
private:
   CSummerTime       m_summer;
   //--- First hour of each week, server's time
   long              m_opens[];
   SServerRule       m_rule;

   int               FitsOf(const ENUM_SUMMER summer,const long base,const long late);
   bool              Agree(const SServerRule &one,const SServerRule &other);
   bool              Choose(const long base,const bool anchored,const long now,const long late,string &why);

public:
                     CServerRule(void) { ZeroMemory(m_rule); }
   //--- Reads the weeks of a symbol; false when the terminal has none (yet)
   bool              ReadWeeks(const string symbol);
   int               Weeks(void) { return(ArraySize(m_opens)); }
   //--- measured: the server is so many seconds ahead at this very moment; the rule has to say the same
   bool              InferWith(const long measured,const long now,string &why);
   bool              Infer(string &why);
   long              CoveredFrom(void) { return(m_rule.coveredFrom); }
   long              OffsetAt(const ENUM_SUMMER summer,const long base,const long wall);
   long              OffsetOf(const long wall) { return(OffsetAt(m_rule.summer,m_rule.base,wall)); }
   long              OffsetAtUtc(const long utc);
   string            Description(void);
  };

bool CServerRule::ReadWeeks(const string symbol)
  {
   ArrayResize(m_opens,0,128);
   datetime hours[];
   int count=CopyTime(symbol,PERIOD_H1,0,MostBars(RULE_HOURS),hours);
   for(int i=1; i<count; i++)
     {
      long gap=((long)hours[i]-(long)hours[i-1])/SECONDS_AN_HOUR;
      if(gap<WEEKEND_LEAST_HOURS || gap>WEEKEND_MOST_HOURS)
         continue;
      int size=ArraySize(m_opens);
      ArrayResize(m_opens,size+1,128);
      m_opens[size]=(long)hours[i];
     }
   return(ArraySize(m_opens)>0);
  }

//--- Seconds that a clock is ahead of UTC when it shows this time. It changes while the market is closed
long CServerRule::OffsetAt(const ENUM_SUMMER summer,const long base,const long wall)
  {
   return(base+(m_summer.IsOn(summer,wall-base) ? SECONDS_AN_HOUR : 0));
  }

//--- How many weeks open when the market does, or `late` seconds after it
int CServerRule::FitsOf(const ENUM_SUMMER summer,const long base,const long late)
  {
   int fits=0;
   for(int i=ArraySize(m_opens)-1; i>=0; i--)
     {
      long utc=m_opens[i]-OffsetAt(summer,base,m_opens[i]);
      long open=m_summer.WeekOpenNear(utc)+late;
      if(utc<=open+WEEK_OPEN_LATE && utc+SECONDS_AN_HOUR>open)
         fits++;
     }
   return(fits);
  }

//--- Two clocks that show the same in every week that is known
bool CServerRule::Agree(const SServerRule &one,const SServerRule &other)
  {
   for(int i=ArraySize(m_opens)-1; i>=0; i--)
      if(OffsetAt(one.summer,one.base,m_opens[i])!=OffsetAt(other.summer,other.base,m_opens[i]))
         return(false);
   return(true);
  }

//--- The clock that most weeks fit; a tenth of them may have opened at an odd hour
bool CServerRule::Choose(const long base,const bool anchored,const long now,const long late,string &why)
  {
   ENUM_SUMMER summers[]= {SUMMER_AMERICAN,SUMMER_EUROPEAN,SUMMER_NONE};
   int best=0;
   bool isUnclear=false;
   for(int hours=anchored ? 0 : -12; hours<=(anchored ? 0 : 14); hours++)
      for(int i=0; i<ArraySize(summers); i++)
        {
         SServerRule rule;
         rule.summer=summers[i];
         rule.base=anchored ? base-(m_summer.IsOn(summers[i],now) ? SECONDS_AN_HOUR : 0) : hours*SECONDS_AN_HOUR;
         rule.coveredFrom=m_opens[0];
         int fits=FitsOf(rule.summer,rule.base,late);
         if(fits<best || fits==0)
            continue;
         if(fits>best)
           {
            best=fits;
            m_rule=rule;
            isUnclear=false;
           }
         else
            isUnclear=isUnclear || !Agree(rule,m_rule);
        }
   if(isUnclear)
      why="its weeks fit two clocks that differ";
   else
      if(best*10<ArraySize(m_opens)*9)
         why="its weeks begin as on no known clock";
   return(why=="");
  }

bool CServerRule::InferWith(const long measured,const long now,string &why)
  {
   for(int late=0; late<=WEEK_OPEN_HOURS; late++)
     {
      why="";
      if(Choose(measured,true,now,late*SECONDS_AN_HOUR,why))
         return(true);
     }
   return(false);
  }

bool CServerRule::Infer(string &why)
  {
   why="";
   return(Choose(0,false,0,0,why));
  }

long CServerRule::OffsetAtUtc(const long utc)
  {
   return(m_rule.base+(m_summer.IsOn(m_rule.summer,utc) ? SECONDS_AN_HOUR : 0));
  }

string CServerRule::Description(void)
  {
   string text=StringFormat("UTC%+.4g",(double)m_rule.base/SECONDS_AN_HOUR);
   if(m_rule.summer==SUMMER_AMERICAN)
      return(text+" and American summer time");
   if(m_rule.summer==SUMMER_EUROPEAN)
      return(text+" and European summer time");
   return(text+" all year");
  }

#endif
//+------------------------------------------------------------------+
