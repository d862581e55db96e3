//+------------------------------------------------------------------+
//| Trailing.mqh                                                     |
//| Where a plan wants the stop of a position now. It only proposes: |
//| Manager.mqh takes what is nearer than the stop there is.         |
//+------------------------------------------------------------------+
#ifndef BITTEN_TRAILING_MQH
#define BITTEN_TRAILING_MQH

#include "DeskParts.mqh"

//--- The selected position, and what it was opened by
struct SManaged
  {
   ulong             ticket;
   string            symbol;
   bool              isLong;
   double            point;
   double            open;
   double            stop;       // now; 0 for none
   double            target;
   double            lots;
   double            closing;    // the price that it would be closed at
   double            risk;       // R: from fill to first stop, price
   long              openMs;     // the broker's time
   long              magic;
  };

//--- A stop behind an average range moves with every tick: only a tenth of its distance is worth a request
#define TRAILING_ATR_PART 0.1

class CTrailing
  {
private:
   static double     Toward(const SManaged &position,const double from,const double distance);
   static double     BreakEven(const SManaged &position,const SPlan &plan);
   static double     Step(const SManaged &position,const SPlan &plan);
   static double     Range(const SManaged &position,const SPlan &plan);
   static ENUM_TIMEFRAMES Timeframe(const int minutes);

public:
   //--- Better for the position: higher for a long, lower for a short. 0 is worse than any
   static bool       IsNearer(const SManaged &position,const double stop,const double than);
   static double     ProfitR(const SManaged &position);
   //--- A simple mean of the true ranges of closed bars; 0 when there are not enough
   static double     AverageRange(const string symbol,const int minutes,const int period);
   //--- The nearest stop that the plan wants; 0 when it wants none
   static double     Wanted(const SManaged &position,const SPlan &plan);
  };
//+------------------------------------------------------------------+
bool CTrailing::IsNearer(const SManaged &position,const double stop,const double than)
  {
   if(stop<=0.0)
      return(false);
   double gain=position.isLong ? stop-than : than-stop;
   return(than<=0.0 || gain>0.5*position.point);
  }
//+------------------------------------------------------------------+
double CTrailing::ProfitR(const SManaged &position)
  {
   if(position.risk<=0.0)
      return(0.0);
   double profit=position.isLong ? position.closing-position.open : position.open-position.closing;
   return(profit/position.risk);
  }
//+------------------------------------------------------------------+
//| A positive distance is in the direction of profit. Whole points, |
//| rounded away from the price                                      |
//+------------------------------------------------------------------+
double CTrailing::Toward(const SManaged &position,const double from,const double distance)
  {
   double grid=SymbolInfoDouble(position.symbol,SYMBOL_TRADE_TICK_SIZE);
   if(grid<=0.0)
      grid=position.point;
   double price=position.isLong ? from+distance : from-distance;
   double steps=position.isLong ? MathFloor(price/grid+1e-6) : MathCeil(price/grid-1e-6);
   return(NormalizeDouble(steps*grid,(int)SymbolInfoInteger(position.symbol,SYMBOL_DIGITS)));
  }
//+------------------------------------------------------------------+
double CTrailing::BreakEven(const SManaged &position,const SPlan &plan)
  {
   if(plan.breakEvenR<=0.0 || ProfitR(position)<plan.breakEvenR-1e-9)
      return(0.0);
   return(Toward(position,position.open,plan.lockPoints*position.point));
  }
//+------------------------------------------------------------------+
double CTrailing::Step(const SManaged &position,const SPlan &plan)
  {
   double stop=Toward(position,position.closing,-plan.distancePoints*position.point);
   double gain=position.isLong ? stop-position.stop : position.stop-stop;
   return(position.stop<=0.0 || gain>=(plan.stepPoints-0.5)*position.point ? stop : 0.0);
  }
//+------------------------------------------------------------------+
double CTrailing::Range(const SManaged &position,const SPlan &plan)
  {
   double distance=plan.atrMultiple*AverageRange(position.symbol,plan.atrMinutes,plan.atrPeriod);
   if(distance<=0.0)
      return(0.0);
   double stop=Toward(position,position.closing,-distance);
   double gain=position.isLong ? stop-position.stop : position.stop-stop;
   return(position.stop<=0.0 || gain>=TRAILING_ATR_PART*distance ? stop : 0.0);
  }
//+------------------------------------------------------------------+
ENUM_TIMEFRAMES CTrailing::Timeframe(const int minutes)
  {
   switch(minutes)
     {
      case 5:
         return(PERIOD_M5);
      case 15:
         return(PERIOD_M15);
      case 60:
         return(PERIOD_H1);
     }
   return(PERIOD_M1);
  }
//+------------------------------------------------------------------+
double CTrailing::AverageRange(const string symbol,const int minutes,const int period)
  {
   MqlRates bars[];
   ArraySetAsSeries(bars,false);
   if(CopyRates(symbol,Timeframe(minutes),1,period+1,bars)!=period+1)
      return(0.0);
   double sum=0.0;
   for(int i=1; i<=period; i++)
      sum+=MathMax(bars[i].high,bars[i-1].close)-MathMin(bars[i].low,bars[i-1].close);
   return(sum/period);
  }
//+------------------------------------------------------------------+
double CTrailing::Wanted(const SManaged &position,const SPlan &plan)
  {
   double wanted=BreakEven(position,plan);
   if(plan.trail==TRAIL_NONE || ProfitR(position)<plan.trailR-1e-9)
      return(wanted);
   double trailed=(plan.trail==TRAIL_STEP) ? Step(position,plan) : Range(position,plan);
   return(IsNearer(position,trailed,wanted) ? trailed : wanted);
  }

#endif
//+------------------------------------------------------------------+
