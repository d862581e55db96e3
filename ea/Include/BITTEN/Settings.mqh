//+------------------------------------------------------------------+
//| Settings.mqh                                                     |
//| The inputs as the parts of the EA take them.                     |
//+------------------------------------------------------------------+
#ifndef BITTEN_SETTINGS_MQH
#define BITTEN_SETTINGS_MQH

#include "DeskPorts.mqh"

//--- Orders come by one road only: two could fire the same order twice
enum ENUM_ROAD
  {
   ROAD_ZMQ,    // ZeroMQ: one connection to the app
   ROAD_FILE    // Files: where sockets are forbidden
  };

struct SBridgeSettings
  {
   string            pairingKey;
   int               port;
   ENUM_ROAD         road;
   string            name;          // "" for one that is made once
   string            folder;        // of MQL5/Files, ends with a backslash
   string            symbols;
   double            commission;
   int               timerMs;
   int               spinMs;
   int               workUs;
   bool              hasPanel;
   bool              isTraining;
   SDeskSettings     desk;
  };

#endif
//+------------------------------------------------------------------+
