//+------------------------------------------------------------------+
//| Times.mq5                                                        |
//| The EA's idea of the broker's time by itself: it is polled by    |
//| the timer, and each chart event is a line that asks it something.|
//+------------------------------------------------------------------+
#include <BITTEN/Clock.mqh>
#include <BITTEN/ServerTime.mqh>
#include "Words.mqh"

input int InpTimerMs=100;

class CPrinter : public IHerald
  {
public:
   virtual void      Note(const string level,const string text) { Print(level,": ",text); }
  };

CClock      clockOfTest;
CPrinter    printer;
CServerTime times;

int OnInit()
  {
   clockOfTest.Poll();
   times.Bind(GetPointer(clockOfTest),GetPointer(printer));
   return(EventSetMillisecondTimer(InpTimerMs) ? INIT_SUCCEEDED : INIT_FAILED);
  }

void OnTimer()
  {
   clockOfTest.Poll();
   times.Poll();
   MqlTick last;
   if(times.IsKnown() && SymbolInfoTick(_Symbol,last))
      times.Seen(times.LiveUtcMs(last.time_msc));
  }

string Answer(const string &words[])
  {
   string verb=Word(words,0);
   long number=StringToInteger(Word(words,1));
   if(verb=="known")
      return(times.IsKnown() ? IntegerToString((times.LiveUtcMs(0))/-1000) : "no");
   if(verb=="market")
      return(IntegerToString(times.MarketMs()));
   if(verb=="learn")
      return(times.Learn(_Symbol,number!=0) ? "yes" : times.Refusal());
   if(verb=="past")
      return(IntegerToString(times.PastUtc(number)));
   if(verb=="utc")
      return(IntegerToString(times.UtcFromServer(number)));
   if(verb=="server")
      return(IntegerToString(times.ServerFromUtc(number)));
   return("no such verb");
  }

void OnChartEvent(const int id,const long &lparam,const double &dparam,const string &sparam)
  {
   string words[];
   StringSplit(sparam,' ',words);
   Print(Answer(words));
  }
//+------------------------------------------------------------------+
