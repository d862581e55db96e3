//--- Clocks, timers, global variables and events by name.
string Clocks()
  {
   return(IntegerToString((long)TimeGMT())+" "+IntegerToString((long)TimeTradeServer())+" "+
          IntegerToString((long)TimeLocal())+" "+IntegerToString(TimeGMTOffset())+" "+
          IntegerToString(TimeDaylightSavings()));
  }

bool AnswerGlobals(const string &words[],string &answer)
  {
   string verb=words[0];
   if(verb=="global-set")
      answer=(string)(GlobalVariableSet(words[1],StringToDouble(words[2]))>0);
   else if(verb=="global-get")
      answer=DoubleToString(GlobalVariableGet(words[1]),2);
   else if(verb=="global-temporary")
      answer=(string)GlobalVariableTemp(words[1]);
   else if(verb=="global-swap")
      answer=(string)GlobalVariableSetOnCondition(words[1],StringToDouble(words[2]),StringToDouble(words[3]));
   else if(verb=="global-flush")
      GlobalVariablesFlush();
   else
      return(false);
   return(true);
  }

bool AnswerTimes(const string &words[],string &answer)
  {
   string verb=words[0];
   if(AnswerGlobals(words,answer))
      return(true);
   if(verb=="timer")
      answer=(string)EventSetMillisecondTimer(Number(words,1));
   else if(verb=="kill-timer")
      EventKillTimer();
   else if(verb=="sleep")
      Sleep(Number(words,1));
   else if(verb=="clocks")
      answer=Clocks();
   else if(verb=="tick-count")
      answer=IntegerToString((long)GetTickCount64());
   else if(verb=="custom")
      answer=(string)EventChartCustom(0,(ushort)Number(words,1),7,1.5,words[2]);
   else if(verb=="comment")
      Comment(words[1]);
   else
      return(false);
   return(true);
  }
