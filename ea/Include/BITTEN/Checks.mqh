//+------------------------------------------------------------------+
//| Checks.mqh                                                       |
//| Whether an order is one that its symbol takes: digits, side and  |
//| distance of the stop, volume, the price that it was decided at.  |
//| Nothing is rounded, moved or cut to size: it fits or is refused. |
//+------------------------------------------------------------------+
#ifndef BITTEN_CHECKS_MQH
#define BITTEN_CHECKS_MQH

#include "DeskParts.mqh"

class CChecks
  {
private:
   static bool       Refuse(SVerdict &refusal,const int retcode,const string text);
   static bool       Fits(const string text,const string symbol);
   static bool       Trades(const SCommand &command,SVerdict &refusal);
   static bool       Partial(const SCommand &command,SVerdict &refusal);
   static bool       Price(const SCommand &command,MqlTick &tick,SVerdict &refusal);
   static bool       MayWait(const SCommand &command,SVerdict &refusal);
   static bool       IsFar(const SCommand &command,const MqlTick &tick,SVerdict &refusal);

public:
   //--- Points between two prices, whole
   static long       Points(const double from,const double to,const string symbol);
   static bool       Lots(const string symbol,const string text,const double lots,SVerdict &refusal);
   //--- from: the price that the position would be closed at now, or the one of a limit order. target 0: none
   static bool       Stops(const string symbol,const bool isLong,const SCommand &command,const double from,
                           SVerdict &refusal);
   static bool       NotFrozen(const string symbol,const double closing,const double stop,const double target,
                               SVerdict &refusal);
   //--- Everything about a fire but limits and margin. tick: the price that it was judged by
   static bool       Fire(const SCommand &command,MqlTick &tick,SVerdict &refusal);
   //--- The same of an order that is to wait; its time is the sender's to convert
   static bool       Place(const SCommand &command,MqlTick &tick,SVerdict &refusal);
   //--- A netting account would melt it with what is there, stop and all
   static bool       NotNetted(const string symbol,SVerdict &refusal);
  };
//+------------------------------------------------------------------+
bool CChecks::Refuse(SVerdict &refusal,const int retcode,const string text)
  {
   CVerdict::Make(refusal,retcode==0 ? "denied" : "rejected",retcode,text);
   return(false);
  }
//+------------------------------------------------------------------+
long CChecks::Points(const double from,const double to,const string symbol)
  {
   double point=SymbolInfoDouble(symbol,SYMBOL_POINT);
   return(point>0.0 ? (long)MathRound((to-from)/point) : 0);
  }
//+------------------------------------------------------------------+
//| No more digits than the symbol has, and on its grid of prices    |
//+------------------------------------------------------------------+
bool CChecks::Fits(const string text,const string symbol)
  {
   double price=0.0;
   int decimals=0;
   if(!CDecimal::ReadPrice(text,price,decimals) || price<=0.0)
      return(false);
   double size=SymbolInfoDouble(symbol,SYMBOL_TRADE_TICK_SIZE);
   if(decimals>(int)SymbolInfoInteger(symbol,SYMBOL_DIGITS))
      return(false);
   return(size<=0.0 || CDecimal::IsWhole(price,size));
  }
//+------------------------------------------------------------------+
bool CChecks::Trades(const SCommand &command,SVerdict &refusal)
  {
   bool isCustom=false;
   string name=command.symbol;
   if(!SymbolExist(name,isCustom))
      return(Refuse(refusal,0,"The broker has no symbol "+name));
   if(SymbolInfoInteger(name,SYMBOL_SELECT)==0 && !SymbolSelect(name,true))
      return(Refuse(refusal,0,name+" cannot be put into the Market Watch"));
   long mode=SymbolInfoInteger(name,SYMBOL_TRADE_MODE);
   if(mode==SYMBOL_TRADE_MODE_LONGONLY && !command.isBuy)
      return(Refuse(refusal,TRADE_RETCODE_LONG_ONLY,"The broker takes only buys of "+name));
   if(mode==SYMBOL_TRADE_MODE_SHORTONLY && command.isBuy)
      return(Refuse(refusal,TRADE_RETCODE_SHORT_ONLY,"The broker takes only sells of "+name));
   if(mode==SYMBOL_TRADE_MODE_CLOSEONLY)
      return(Refuse(refusal,TRADE_RETCODE_CLOSE_ONLY,"The broker lets positions of "+name+" only be closed"));
   if(mode==SYMBOL_TRADE_MODE_DISABLED)
      return(Refuse(refusal,TRADE_RETCODE_TRADE_DISABLED,"The broker does not trade "+name));
   return(true);
  }
//+------------------------------------------------------------------+
bool CChecks::Lots(const string symbol,const string text,const double lots,SVerdict &refusal)
  {
   double least=SymbolInfoDouble(symbol,SYMBOL_VOLUME_MIN);
   double most=SymbolInfoDouble(symbol,SYMBOL_VOLUME_MAX);
   double step=SymbolInfoDouble(symbol,SYMBOL_VOLUME_STEP);
   if(lots>=least-1e-9 && lots<=most+1e-9 && lots>0.0 && CDecimal::IsWhole(lots,step))
      return(true);
   return(Refuse(refusal,TRADE_RETCODE_INVALID_VOLUME,text+" lots are not a volume of "+symbol+": "
                 +CDecimal::Lots(least,step)+" to "+CDecimal::Lots(most,step)+" by "+CDecimal::Lots(step,step)));
  }
//+------------------------------------------------------------------+
bool CChecks::Stops(const string symbol,const bool isLong,const SCommand &command,const double from,SVerdict &refusal)
  {
   if(!Fits(command.stopText,symbol))
      return(Refuse(refusal,TRADE_RETCODE_INVALID_STOPS,"The stop "+command.stopText+" is not a price of "+symbol));
   if(command.targetText!="" && !Fits(command.targetText,symbol))
      return(Refuse(refusal,TRADE_RETCODE_INVALID_STOPS,"The target "+command.targetText+" is not a price of "+symbol));
   long nearest=MathMax((long)1,SymbolInfoInteger(symbol,SYMBOL_TRADE_STOPS_LEVEL));
   long direction=isLong ? 1 : -1;
   string away=IntegerToString(nearest)+" points or more from "
               +CDecimal::Price(from,(int)SymbolInfoInteger(symbol,SYMBOL_DIGITS));
   if(direction*Points(command.stop,from,symbol)<nearest)
      return(Refuse(refusal,TRADE_RETCODE_INVALID_STOPS,"The stop must be on the losing side, "+away));
   if(command.targetText!="" && direction*Points(from,command.target,symbol)<nearest)
      return(Refuse(refusal,TRADE_RETCODE_INVALID_STOPS,"The target must be on the winning side, "+away));
   return(true);
  }
//+------------------------------------------------------------------+
bool CChecks::NotFrozen(const string symbol,const double closing,const double stop,const double target,SVerdict &refusal)
  {
   long level=SymbolInfoInteger(symbol,SYMBOL_TRADE_FREEZE_LEVEL);
   bool isNearStop=(stop>0.0 && MathAbs(Points(stop,closing,symbol))<level);
   bool isNearTarget=(target>0.0 && MathAbs(Points(target,closing,symbol))<level);
   if(!isNearStop && !isNearTarget)
      return(true);
   return(Refuse(refusal,TRADE_RETCODE_FROZEN,"Price is within "+IntegerToString(level)+" points of its stop or target"));
  }
//+------------------------------------------------------------------+
bool CChecks::NotNetted(const string symbol,SVerdict &refusal)
  {
   if(CDeskParts::IsHedging() || !PositionSelect(symbol))
      return(true);
   return(Refuse(refusal,0,"This is a netting account and "+symbol+" has a position: both would become one"));
  }
//+------------------------------------------------------------------+
//| What is left after the plan's partial must be a volume, too      |
//+------------------------------------------------------------------+
bool CChecks::Partial(const SCommand &command,SVerdict &refusal)
  {
   if(command.plan.partialR<=0.0)
      return(true);
   string text=DoubleToString(command.plan.partialLots,2);
   if(!Lots(command.symbol,text,command.plan.partialLots,refusal))
      return(false);
   if(command.lots-command.plan.partialLots>=SymbolInfoDouble(command.symbol,SYMBOL_VOLUME_MIN)-1e-9)
      return(true);
   return(Refuse(refusal,TRADE_RETCODE_INVALID_VOLUME,"The plan closes "+text+" of "+command.lotsText+" lots, which leaves too little"));
  }
//+------------------------------------------------------------------+
bool CChecks::Price(const SCommand &command,MqlTick &tick,SVerdict &refusal)
  {
   string symbol=command.symbol;
   if(!SymbolInfoTick(symbol,tick) || tick.bid<=0.0 || tick.ask<tick.bid)
      return(Refuse(refusal,TRADE_RETCODE_PRICE_OFF,"There is no price of "+symbol));
   if(!Lots(symbol,command.lotsText,command.lots,refusal))
      return(false);
   if(!Fits(command.priceText,symbol))
      return(Refuse(refusal,TRADE_RETCODE_INVALID_PRICE,command.priceText+" is not a price of "+symbol));
   return(true);
  }
//+------------------------------------------------------------------+
bool CChecks::Fire(const SCommand &command,MqlTick &tick,SVerdict &refusal)
  {
   string symbol=command.symbol;
   if(!Trades(command,refusal) || !Price(command,tick,refusal))
      return(false);
   long distance=MathAbs(Points(command.price,command.isBuy ? tick.ask : tick.bid,symbol));
   if(distance>command.deviation)
      return(Refuse(refusal,0,"Price is "+IntegerToString(distance)+" points from "+command.priceText+", more than the "
                    +IntegerToString(command.deviation)+" allowed"));
   if(!Stops(symbol,command.isBuy,command,command.isBuy ? tick.bid : tick.ask,refusal))
      return(false);
   if(!Partial(command,refusal))
      return(false);
   return(NotNetted(symbol,refusal));
  }
//+------------------------------------------------------------------+
//| Without a time of its own it would outlive the app that follows  |
//| it; on a netting account its fill would become one with whatever |
//| position is there by then                                        |
//+------------------------------------------------------------------+
bool CChecks::MayWait(const SCommand &command,SVerdict &refusal)
  {
   string symbol=command.symbol;
   if(!CDeskParts::IsHedging())
      return(Refuse(refusal,0,"This is a netting account: what waits could become one with a position that is not its own"));
   if((SymbolInfoInteger(symbol,SYMBOL_ORDER_MODE)&SYMBOL_ORDER_LIMIT)==0)
      return(Refuse(refusal,0,"The broker takes no limit orders of "+symbol));
   if((SymbolInfoInteger(symbol,SYMBOL_EXPIRATION_MODE)&SYMBOL_EXPIRATION_SPECIFIED)==0)
      return(Refuse(refusal,0,"The broker takes no orders of "+symbol+" with a time at which they end"));
   return(true);
  }
//+------------------------------------------------------------------+
bool CChecks::IsFar(const SCommand &command,const MqlTick &tick,SVerdict &refusal)
  {
   string symbol=command.symbol;
   double market=command.isBuy ? tick.ask : tick.bid;
   long nearest=MathMax((long)1,SymbolInfoInteger(symbol,SYMBOL_TRADE_STOPS_LEVEL));
   if((command.isBuy ? 1 : -1)*Points(command.price,market,symbol)>=nearest)
      return(true);
   return(Refuse(refusal,TRADE_RETCODE_INVALID_PRICE,"A limit of "+command.priceText+" must be "+IntegerToString(nearest)
                 +" points or more "+(command.isBuy ? "below " : "above ")
                 +CDecimal::Price(market,(int)SymbolInfoInteger(symbol,SYMBOL_DIGITS))));
  }
//+------------------------------------------------------------------+
bool CChecks::Place(const SCommand &command,MqlTick &tick,SVerdict &refusal)
  {
   if(!Trades(command,refusal) || !MayWait(command,refusal) || !Price(command,tick,refusal))
      return(false);
   if(!IsFar(command,tick,refusal) || !Stops(command.symbol,command.isBuy,command,command.price,refusal))
      return(false);
   return(Partial(command,refusal));
  }

#endif
//+------------------------------------------------------------------+
