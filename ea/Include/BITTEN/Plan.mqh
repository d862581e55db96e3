//+------------------------------------------------------------------+
//| Plan.mqh                                                         |
//| What the EA does with a position by itself: `plan` of `fire`. It |
//| goes into the journal with the order, so that it is followed     |
//| after every restart, whether the app lives or not.               |
//+------------------------------------------------------------------+
#ifndef BITTEN_PLAN_MQH
#define BITTEN_PLAN_MQH

#include "Fields.mqh"

enum ENUM_TRAIL
  {
   TRAIL_NONE,
   TRAIL_STEP,
   TRAIL_ATR
  };

//--- 0 in the R of a part: the plan has no such part
struct SPlan
  {
   double            breakEvenR;
   int               lockPoints;
   double            partialR;
   double            partialLots;
   int               trail;            // ENUM_TRAIL
   double            trailR;
   int               distancePoints;
   int               stepPoints;
   int               atrMinutes;
   int               atrPeriod;
   double            atrMultiple;
   long              timeStopMs;
  };

#define PLAN_VALUES 12

class CPlan
  {
private:
   static string     ReadTrail(CJsonReader &body,const int node,SPlan &plan);

public:
   static void       Clear(SPlan &plan);
   static bool       IsEmpty(const SPlan &plan);
   //--- "" when it could be read, else why not
   static string     Read(CJsonReader &body,const int node,SPlan &plan);
   static string     ToText(const SPlan &plan);
   static bool       FromText(const string text,SPlan &plan);
  };
//+------------------------------------------------------------------+
void CPlan::Clear(SPlan &plan)
  {
   ZeroMemory(plan);
  }
//+------------------------------------------------------------------+
bool CPlan::IsEmpty(const SPlan &plan)
  {
   return(plan.breakEvenR<=0.0 && plan.partialR<=0.0 && plan.trail==TRAIL_NONE && plan.timeStopMs<=0);
  }
//+------------------------------------------------------------------+
string CPlan::Read(CJsonReader &body,const int node,SPlan &plan)
  {
   Clear(plan);
   CFields fields;
   CFields part;
   fields.Open(body,node);
   if(fields.Error()!="")
      return(fields.Error());
   if(fields.Has("breakEven"))
     {
      part.Open(body,fields.Object("breakEven"));
      plan.breakEvenR=part.Number("atR",0.0,100.0);
      plan.lockPoints=(int)part.Integer("lockPoints",0,INT_MAX);
      if(part.Error()!="")
         return("breakEven: "+part.Error());
     }
   if(fields.Has("partial"))
     {
      part.Open(body,fields.Object("partial"));
      plan.partialR=part.Number("atR",0.0,100.0);
      part.Lots("lots",plan.partialLots);
      if(part.Error()!="")
         return("partial: "+part.Error());
     }
   if(fields.Has("timeStopMs"))
      plan.timeStopMs=fields.Integer("timeStopMs",1,JSON_LARGEST_INTEGER);
   string trail=fields.Has("trail") ? ReadTrail(body,fields.Object("trail"),plan) : "";
   return(fields.Error()!="" ? fields.Error() : trail);
  }
//+------------------------------------------------------------------+
string CPlan::ReadTrail(CJsonReader &body,const int node,SPlan &plan)
  {
   CFields fields;
   fields.Open(body,node);
   string by=fields.Text("by",8);
   plan.trailR=fields.Number("startR",0.0,100.0);
   if(by=="step")
     {
      plan.trail=TRAIL_STEP;
      plan.distancePoints=(int)fields.Integer("distancePoints",1,INT_MAX);
      plan.stepPoints=(int)fields.Integer("stepPoints",1,INT_MAX);
     }
   else
      if(by=="atr")
        {
         plan.trail=TRAIL_ATR;
         plan.atrMinutes=(int)fields.Integer("tf",1,60);
         plan.atrPeriod=(int)fields.Integer("period",2,100);
         plan.atrMultiple=fields.Number("multiple",0.0,20.0);
         if(plan.atrMinutes!=1 && plan.atrMinutes!=5 && plan.atrMinutes!=15 && plan.atrMinutes!=60)
            return("trail: `tf`: expected 1, 5, 15 or 60");
        }
      else
         return("trail: `by`: expected step or atr");
   return(fields.Error()=="" ? "" : "trail: "+fields.Error());
  }
//+------------------------------------------------------------------+
string CPlan::ToText(const SPlan &plan)
  {
   if(IsEmpty(plan))
      return("");
   string text=DoubleToString(plan.breakEvenR,8)+"|"+IntegerToString(plan.lockPoints);
   text+="|"+DoubleToString(plan.partialR,8)+"|"+DoubleToString(plan.partialLots,8);
   text+="|"+IntegerToString(plan.trail)+"|"+DoubleToString(plan.trailR,8);
   text+="|"+IntegerToString(plan.distancePoints)+"|"+IntegerToString(plan.stepPoints);
   text+="|"+IntegerToString(plan.atrMinutes)+"|"+IntegerToString(plan.atrPeriod);
   text+="|"+DoubleToString(plan.atrMultiple,8)+"|"+IntegerToString(plan.timeStopMs);
   return(text);
  }
//+------------------------------------------------------------------+
bool CPlan::FromText(const string text,SPlan &plan)
  {
   Clear(plan);
   if(text=="")
      return(true);
   string values[];
   if(StringSplit(text,'|',values)!=PLAN_VALUES)
      return(false);
   plan.breakEvenR=StringToDouble(values[0]);
   plan.lockPoints=(int)StringToInteger(values[1]);
   plan.partialR=StringToDouble(values[2]);
   plan.partialLots=StringToDouble(values[3]);
   plan.trail=(int)StringToInteger(values[4]);
   plan.trailR=StringToDouble(values[5]);
   plan.distancePoints=(int)StringToInteger(values[6]);
   plan.stepPoints=(int)StringToInteger(values[7]);
   plan.atrMinutes=(int)StringToInteger(values[8]);
   plan.atrPeriod=(int)StringToInteger(values[9]);
   plan.atrMultiple=StringToDouble(values[10]);
   plan.timeStopMs=StringToInteger(values[11]);
   return(true);
  }

#endif
//+------------------------------------------------------------------+
