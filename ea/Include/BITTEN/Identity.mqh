//+------------------------------------------------------------------+
//| Identity.mqh                                                     |
//| Who this terminal is and whose money it holds.                   |
//+------------------------------------------------------------------+
#ifndef BITTEN_IDENTITY_MQH
#define BITTEN_IDENTITY_MQH

#include "Handshake.mqh"

#define PROGRAM_NAME     "BITTENBridge"
#define PROGRAM_VERSION  "1.00"

//--- Training lets the project's own host, and nothing else, call its money simulated
string AccountKind(const bool isTraining)
  {
#ifdef BITTEN_HOST
   if(isTraining)
      return("simulated");
#endif
   switch((ENUM_ACCOUNT_TRADE_MODE)AccountInfoInteger(ACCOUNT_TRADE_MODE))
     {
      case ACCOUNT_TRADE_MODE_DEMO:
         return("demo");
      case ACCOUNT_TRADE_MODE_CONTEST:
         return("contest");
      default:
         return("live");
     }
  }
//+------------------------------------------------------------------+
void DescribeTerminal(SHello &hello,const string uuid,const bool isTraining)
  {
   hello.uuid=uuid;
   hello.loginHash=LoginHash(AccountInfoInteger(ACCOUNT_LOGIN));
   hello.broker=AccountInfoString(ACCOUNT_COMPANY);
   hello.server=AccountInfoString(ACCOUNT_SERVER);
   hello.build=TerminalInfoInteger(TERMINAL_BUILD);
   hello.program=PROGRAM_NAME+" "+PROGRAM_VERSION;
   bool isHedging=(AccountInfoInteger(ACCOUNT_MARGIN_MODE)==ACCOUNT_MARGIN_MODE_RETAIL_HEDGING);
   hello.margin=isHedging ? "hedging" : "netting";
   hello.kind=AccountKind(isTraining);
   hello.takes="";
  }

#endif
//+------------------------------------------------------------------+
