//--- A program without a will of its own: each chart event with the id 1 is a line `FUNCTION WORDS` that it
//--- calls a built-in with; it prints `FUNCTION=result` and the error. The tests of the platform speak by it.
#include "Files.mqh"
#include "Sockets.mqh"
#include "Times.mqh"

input int InpInitResult=0;
input int InpDeinitMs=0;     // how long OnDeinit takes

int    ticks=0;
int    timers=0;
string onTimer="";

string Answer(const string &words[])
  {
   string verb=words[0];
   string answer="";
   if(AnswerFiles(words,answer) || AnswerSockets(words,answer) || AnswerTimes(words,answer))
      return(answer);
   if(verb=="counts")
      return(IntegerToString(ticks)+" "+IntegerToString(timers));
   if(verb=="remove")
      ExpertRemove();
   if(verb=="out-of-range")
      return(words[(int)StringToInteger(words[1])]);
   return("");
  }

void Perform(const string line)
  {
   string words[];
   StringSplit(line,' ',words);
   ResetLastError();
   string answer=Answer(words);
   int    error=GetLastError();
   Print(words[0],"=",answer,(error==0 ? "" : " error "+IntegerToString(error)));
  }

int OnInit()
  {
   Print("init");
   return(InpInitResult);
  }

void OnDeinit(const int reason)
  {
   Sleep(InpDeinitMs);
   Print("deinit ",reason);
  }

void OnTick()
  {
   ticks++;
  }

void OnTimer()
  {
   timers++;
   if(onTimer!="")
      Perform(onTimer);
  }

void OnChartEvent(const int id,const long &lparam,const double &dparam,const string &sparam)
  {
   if(id==1)
      Perform(sparam);
   else
      if(id==2)
         onTimer=sparam;
      else
         Print("event ",id," ",lparam," ",sparam);
  }
