//+------------------------------------------------------------------+
//| Retcodes.mqh                                                     |
//| What a return code of the trade server means for an order: done, |
//| refused for certain, or nobody knows. Only what the reference    |
//| calls a refusal is one.                                          |
//+------------------------------------------------------------------+
#ifndef BITTEN_RETCODES_MQH
#define BITTEN_RETCODES_MQH

enum ENUM_SENT
  {
   SENT_DONE,
   SENT_REFUSED,
   SENT_UNKNOWN
  };

class CRetcodes
  {
public:
   static ENUM_SENT  Judge(const bool isSent,const uint retcode);
   static string     Text(const uint retcode);
  };
//+------------------------------------------------------------------+
//| A timeout, a lost connection, an error while it was processed, a |
//| locked request and every code that is not known may have led to  |
//| an execution                                                     |
//+------------------------------------------------------------------+
ENUM_SENT CRetcodes::Judge(const bool isSent,const uint retcode)
  {
   if(isSent && (retcode==TRADE_RETCODE_DONE || retcode==TRADE_RETCODE_DONE_PARTIAL || retcode==TRADE_RETCODE_PLACED))
      return(SENT_DONE);
   if(retcode==TRADE_RETCODE_REQUOTE || retcode==TRADE_RETCODE_REJECT || retcode==TRADE_RETCODE_CANCEL)
      return(SENT_REFUSED);
   if(retcode>=TRADE_RETCODE_INVALID && retcode<=TRADE_RETCODE_CLIENT_DISABLES_AT)
      return(SENT_REFUSED);
   if(retcode==TRADE_RETCODE_FROZEN || retcode==TRADE_RETCODE_INVALID_FILL)
      return(SENT_REFUSED);
   if(retcode>=TRADE_RETCODE_ONLY_REAL && retcode<=TRADE_RETCODE_HEDGE_PROHIBITED)
      return(SENT_REFUSED);
   return(SENT_UNKNOWN);
  }
//+------------------------------------------------------------------+
string CRetcodes::Text(const uint retcode)
  {
   switch((int)retcode)
     {
      case TRADE_RETCODE_REQUOTE:
         return("Requote: the price has moved");
      case TRADE_RETCODE_REJECT:
         return("The broker rejected it");
      case TRADE_RETCODE_CANCEL:
         return("The broker cancelled it");
      case TRADE_RETCODE_TIMEOUT:
         return("The trade server did not answer in time");
      case TRADE_RETCODE_INVALID_VOLUME:
         return("The volume is not allowed");
      case TRADE_RETCODE_INVALID_STOPS:
         return("The stop or the target is not allowed");
      case TRADE_RETCODE_TRADE_DISABLED:
         return("Trading is switched off for it");
      case TRADE_RETCODE_MARKET_CLOSED:
         return("The market is closed");
      case TRADE_RETCODE_NO_MONEY:
         return("Free margin is not enough for it");
      case TRADE_RETCODE_PRICE_CHANGED:
      case TRADE_RETCODE_PRICE_OFF:
         return("There is no price for it now");
      case TRADE_RETCODE_CLIENT_DISABLES_AT:
         return("Algo Trading is switched off in the terminal");
      case TRADE_RETCODE_SERVER_DISABLES_AT:
         return("The broker has switched off Algo Trading");
      case TRADE_RETCODE_FROZEN:
         return("The position is frozen: the price is too near to its stop or target");
      case TRADE_RETCODE_INVALID_FILL:
         return("The broker takes none of the filling modes of this symbol");
      case TRADE_RETCODE_CONNECTION:
         return("There is no connection to the trade server");
      case TRADE_RETCODE_POSITION_CLOSED:
         return("The position is closed already");
     }
   return("The trade server answered "+IntegerToString((int)retcode));
  }

#endif
//+------------------------------------------------------------------+
