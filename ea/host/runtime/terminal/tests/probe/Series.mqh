//+------------------------------------------------------------------+
//| Series.mqh: ticks, bars, calendar, objects                       |
//+------------------------------------------------------------------+
string TickList(const MqlTick &ticks[],const int count)
  {
   string list="";
   for(int i=0; i<count; i++)
      list+=(list=="" ? "" : ",")+"{"+Whole("ms",ticks[i].time_msc)+","+Number("bid",ticks[i].bid)+","+
            Number("ask",ticks[i].ask)+","+Whole("flags",(long)ticks[i].flags)+"}";
   return(Whole("count",count)+",\"ticks\":["+list+"]");
  }

string Ticks(CWords &words)
  {
   MqlTick ticks[];
   ulong startedAt=GetTickCount64();
   int count=0;
   if(words.Word("to")!="")
      count=CopyTicksRange(words.Word("symbol"),ticks,COPY_TICKS_ALL,(ulong)words.Whole("from"),(ulong)words.Whole("to"));
   else
      count=CopyTicks(words.Word("symbol"),ticks,COPY_TICKS_ALL,(ulong)words.Whole("from"),(uint)words.Whole("count"));
   return(TickList(ticks,count)+","+Whole("took",(long)(GetTickCount64()-startedAt)));
  }

string Rates(CWords &words)
  {
   MqlRates rates[];
   ENUM_TIMEFRAMES period=(ENUM_TIMEFRAMES)words.Whole("period");
   int count=0;
   if(words.Word("to")!="")
      count=CopyRates(words.Word("symbol"),period,(datetime)words.Whole("from"),(datetime)words.Whole("to"),rates);
   else
      count=CopyRates(words.Word("symbol"),period,(int)words.Whole("place"),(int)words.Whole("count"),rates);
   string list="";
   for(int i=0; i<count; i++)
      list+=(list=="" ? "" : ",")+"{"+Whole("time",(long)rates[i].time)+","+Number("open",rates[i].open)+","+
            Number("high",rates[i].high)+","+Number("low",rates[i].low)+","+Number("close",rates[i].close)+","+
            Whole("ticks",rates[i].tick_volume)+","+Whole("spread",rates[i].spread)+"}";
   return(Whole("count",count)+",\"rates\":["+list+"],"+Whole("newest",(long)iTime(words.Word("symbol"),period,0))+","+
          Whole("bars",Bars(words.Word("symbol"),period)));
  }

string News(CWords &words)
  {
   MqlCalendarValue values[];
   int count=CalendarValueHistory(values,(datetime)words.Whole("from"),(datetime)words.Whole("to"),NULL,words.Word("currency"));
   string list="";
   for(int i=0; i<count; i++)
     {
      MqlCalendarEvent event;
      if(!CalendarEventById(values[i].event_id,event))
         continue;
      list+=(list=="" ? "" : ",")+"{"+Whole("time",(long)values[i].time)+","+Text("name",event.name)+","+
            Text("importance",EnumToString(event.importance))+","+Flag("actual",values[i].HasActualValue())+","+
            Number("forecast",values[i].HasForecastValue() ? values[i].GetForecastValue() : 0)+"}";
     }
   return(Whole("count",count)+",\"news\":["+list+"]");
  }

string Label(CWords &words)
  {
   string name=words.Word("name");
   bool made=ObjectCreate(0,name,OBJ_LABEL,0,0,0);
   bool set=ObjectSetString(0,name,OBJPROP_TEXT,words.Word("text")) && ObjectSetInteger(0,name,OBJPROP_XDISTANCE,words.Whole("x"));
   return(Flag("ok",made && set)+","+Text("text",ObjectGetString(0,name,OBJPROP_TEXT))+","+Whole("found",ObjectFind(0,name))+","+
          Whole("missing",ObjectFind(0,name+"?")));
  }
//+------------------------------------------------------------------+
