//+------------------------------------------------------------------+
//| BITTENBridge.mq5                                                 |
//| Links this terminal to BITTEN over the terminal's own sockets:   |
//| no DLL, one allowed address. Inputs and event handlers; the work |
//| is in Include/BITTEN. How to install it: ea/README.md            |
//+------------------------------------------------------------------+
#property copyright   "BITTEN"
#property version     "1.00"
#property description "Links this terminal to BITTEN. No DLL."
#property description "Tools > Options > Expert Advisors > Allow WebRequest for: 127.0.0.1"
#property description "Then enter the pairing key that BITTEN shows."

#include <BITTEN/Inputs.mqh>
#include <BITTEN/Bridge.mqh>

//--- Made anew in each life: a change of the chart's period keeps the program's variables
CBridge *ExtBridge=NULL;
//+------------------------------------------------------------------+
void Begin()
  {
   SBridgeSettings settings;
   ReadInputs(settings);
   ExtBridge=new CBridge;
   //--- What cannot be used is said on the panel; an EA that refuses to start would be gone with it
   ExtBridge.Open(settings);
  }
//+------------------------------------------------------------------+
void End(const int reason)
  {
   if(CheckPointer(ExtBridge)==POINTER_INVALID)
      return;
   ExtBridge.Close(reason);
   delete ExtBridge;
   ExtBridge=NULL;
  }
//+------------------------------------------------------------------+
//| Nothing that is known of one account holds for another           |
//+------------------------------------------------------------------+
CBridge *Bridge()
  {
   if(ExtBridge.IsOfAnotherAccount())
     {
      End(REASON_ACCOUNT);
      Begin();
     }
   return(ExtBridge);
  }
//+------------------------------------------------------------------+
int OnInit()
  {
   Begin();
   return(INIT_SUCCEEDED);
  }
//+------------------------------------------------------------------+
void OnDeinit(const int reason)
  {
   End(reason);
  }
//+------------------------------------------------------------------+
void OnTimer()
  {
   Bridge().OnTimer();
  }
//+------------------------------------------------------------------+
void OnTick()
  {
   Bridge().OnTick();
  }
//+------------------------------------------------------------------+
void OnTrade()
  {
   Bridge().OnTrade();
  }
//+------------------------------------------------------------------+
void OnTradeTransaction(const MqlTradeTransaction &trans,const MqlTradeRequest &request,const MqlTradeResult &result)
  {
   Bridge().OnTradeTransaction(trans);
  }
//+------------------------------------------------------------------+
