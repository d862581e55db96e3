//+------------------------------------------------------------------+
//| Limits.mqh                                                       |
//| Limits for new orders: those of the inputs, and those of the app |
//| where they are tighter.                                          |
//+------------------------------------------------------------------+
#ifndef BITTEN_LIMITS_MQH
#define BITTEN_LIMITS_MQH

#include "Fields.mqh"
#include "DeskPorts.mqh"

//--- 0 and "": no limit of this origin
struct SLimits
  {
   double            maxLots;
   long              maxPositions;
   double            maxRiskPercent;
   long              maxSpread;
   double            dailyLossPercent;
   bool              hasSymbols;
   string            symbols;          // parted by commas
  };

#define LIMITS_VALUES       7
#define LIMITS_MOST_SYMBOLS 64

class CLimits
  {
private:
   static string     ReadSymbols(CJsonReader &body,const int list,SLimits &limits);
   static double     Tighter(const double ours,const double theirs);

public:
   static void       Clear(SLimits &limits);
   //--- Of a `limits` message to the text that the journal keeps; "" when it could be read
   static string     Read(CJsonReader &body,string &text);
   static string     ToText(const SLimits &limits);
   static bool       FromText(const string text,SLimits &limits);
   static void       FromSettings(const SDeskSettings &settings,SLimits &limits);
   //--- What holds: the tighter of both. A symbol has to be in both lists
   static void       Join(const SLimits &ours,const SLimits &theirs,SLimits &joined);
   static bool       Allows(const SLimits &limits,const string symbol);
   static string     Sentence(const SLimits &limits,const SLimits &theirs);
  };
//+------------------------------------------------------------------+
void CLimits::Clear(SLimits &limits)
  {
   limits.maxLots=0.0;
   limits.maxPositions=0;
   limits.maxRiskPercent=0.0;
   limits.maxSpread=0;
   limits.dailyLossPercent=0.0;
   limits.hasSymbols=false;
   limits.symbols="";
  }
//+------------------------------------------------------------------+
string CLimits::Read(CJsonReader &body,string &text)
  {
   SLimits limits;
   Clear(limits);
   CFields fields;
   fields.Open(body,body.Root());
   if(fields.Has("maxLots"))
     {
      fields.Lots("maxLots",limits.maxLots);
      if(limits.maxLots<=0.0)
         fields.Refuse("maxLots","lots above 0");
     }
   if(fields.Has("maxPositions"))
      limits.maxPositions=fields.Integer("maxPositions",1,INT_MAX);
   if(fields.Has("maxRiskPct"))
      limits.maxRiskPercent=fields.Number("maxRiskPct",0.0,100.0);
   if(fields.Has("maxSpread"))
      limits.maxSpread=fields.Integer("maxSpread",1,INT_MAX);
   if(fields.Has("dailyLossPct"))
      limits.dailyLossPercent=fields.Number("dailyLossPct",0.0,100.0);
   string error=fields.Has("symbols") ? ReadSymbols(body,fields.List("symbols"),limits) : "";
   text=ToText(limits);
   return(fields.Error()!="" ? fields.Error() : error);
  }
//+------------------------------------------------------------------+
string CLimits::ReadSymbols(CJsonReader &body,const int list,SLimits &limits)
  {
   limits.hasSymbols=true;
   int count=body.Count(list);
   if(count>LIMITS_MOST_SYMBOLS)
      return("`symbols`: more than "+IntegerToString(LIMITS_MOST_SYMBOLS));
   for(int i=0; i<count; i++)
     {
      string name="";
      bool isName=body.Text(body.Item(list,i),name) && name!="" && StringLen(name)<=32;
      if(!isName || StringFind(name,",")>=0 || StringFind(name,"|")>=0)
         return("`symbols`: item "+IntegerToString(i)+" is no name of a symbol");
      limits.symbols+=(i>0 ? "," : "")+name;
     }
   return("");
  }
//+------------------------------------------------------------------+
string CLimits::ToText(const SLimits &limits)
  {
   string text=StringFormat("%.17g",limits.maxLots)+"|"+IntegerToString(limits.maxPositions);
   text+="|"+StringFormat("%.17g",limits.maxRiskPercent)+"|"+IntegerToString(limits.maxSpread);
   text+="|"+StringFormat("%.17g",limits.dailyLossPercent)+"|"+(limits.hasSymbols ? "1" : "0");
   return(text+"|"+limits.symbols);
  }
//+------------------------------------------------------------------+
bool CLimits::FromText(const string text,SLimits &limits)
  {
   Clear(limits);
   if(text=="")
      return(true);
   string values[];
   //--- The list of symbols may be empty, and an empty end may be left out
   int count=StringSplit(text,'|',values);
   if(count!=LIMITS_VALUES && count!=LIMITS_VALUES-1)
      return(false);
   limits.maxLots=StringToDouble(values[0]);
   limits.maxPositions=StringToInteger(values[1]);
   limits.maxRiskPercent=StringToDouble(values[2]);
   limits.maxSpread=StringToInteger(values[3]);
   limits.dailyLossPercent=StringToDouble(values[4]);
   limits.hasSymbols=(values[5]=="1");
   limits.symbols=(count==LIMITS_VALUES ? values[6] : "");
   return(true);
  }
//+------------------------------------------------------------------+
void CLimits::FromSettings(const SDeskSettings &settings,SLimits &limits)
  {
   limits.maxLots=settings.maxLots;
   limits.maxPositions=settings.maxPositions;
   limits.maxRiskPercent=settings.maxRiskPercent;
   limits.maxSpread=settings.maxSpreadPoints;
   limits.dailyLossPercent=settings.maxDailyLossPercent;
   limits.symbols=settings.symbols;
   StringReplace(limits.symbols," ","");
   limits.hasSymbols=(limits.symbols!="");
  }
//+------------------------------------------------------------------+
double CLimits::Tighter(const double ours,const double theirs)
  {
   if(theirs<=0.0)
      return(ours);
   return(ours<=0.0 ? theirs : MathMin(ours,theirs));
  }
//+------------------------------------------------------------------+
void CLimits::Join(const SLimits &ours,const SLimits &theirs,SLimits &joined)
  {
   joined.maxLots=Tighter(ours.maxLots,theirs.maxLots);
   joined.maxPositions=(long)Tighter((double)ours.maxPositions,(double)theirs.maxPositions);
   joined.maxRiskPercent=Tighter(ours.maxRiskPercent,theirs.maxRiskPercent);
   joined.maxSpread=(long)Tighter((double)ours.maxSpread,(double)theirs.maxSpread);
   joined.dailyLossPercent=Tighter(ours.dailyLossPercent,theirs.dailyLossPercent);
   joined.hasSymbols=ours.hasSymbols;
   joined.symbols=ours.symbols;
  }
//+------------------------------------------------------------------+
bool CLimits::Allows(const SLimits &limits,const string symbol)
  {
   return(!limits.hasSymbols || StringFind(","+limits.symbols+",",","+symbol+",")>=0);
  }
//+------------------------------------------------------------------+
string CLimits::Sentence(const SLimits &limits,const SLimits &theirs)
  {
   string text="Holding now: "+DoubleToString(limits.maxLots,2)+" lots an order, "+IntegerToString(limits.maxPositions)
               +" positions, "+DoubleToString(limits.maxRiskPercent,2)+" % risk, spread "+IntegerToString(limits.maxSpread)
               +" points, "+DoubleToString(limits.dailyLossPercent,2)+" % a day";
   if(theirs.hasSymbols)
      text+=", the app's "+(theirs.symbols=="" ? "no symbols" : theirs.symbols);
   if(limits.hasSymbols)
      text+=", the inputs' "+limits.symbols;
   return(StringSubstr(text,0,400));
  }

#endif
//+------------------------------------------------------------------+
