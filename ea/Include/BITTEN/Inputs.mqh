//+------------------------------------------------------------------+
//| Inputs.mqh                                                       |
//| What the trader sets. A comment is what the terminal shows in    |
//| the place of the name, up to 63 characters.                      |
//+------------------------------------------------------------------+
#ifndef BITTEN_INPUTS_MQH
#define BITTEN_INPUTS_MQH

#include "Settings.mqh"

input group "Link to BITTEN"
input string      InpPairingKey="";            // Pairing key; empty: as bitten ea install wrote it
input int         InpPort=5577;                // Port of BITTEN on this computer
input ENUM_ROAD   InpRoad=ROAD_ZMQ;            // Road by which orders come
input string      InpName="";                  // Own name of this chart for BITTEN; empty: made once

input group "Market"
input string      InpSymbols="";               // Pairs or symbols, with commas; empty: all fifteen pairs
input double      InpCommission=-1.0;          // Commission of one lot, in and out; -1: by past deals

input group "Limits: the last line, whatever the app says"
input double      InpMaxLots=1.0;              // Largest order, lots
input int         InpMaxPositions=3;           // Most open positions of BITTEN
input double      InpMaxRiskPct=2.0;           // Largest loss of one order at its stop, % of balance
input int         InpMaxSpread=40;             // Widest spread of a new order, points
input double      InpMaxDayLossPct=6.0;        // No new order after such a loss in a day, %
input string      InpOnlySymbols="";           // Only these symbols may be opened; empty: all above

input group "Manager: for a position that came without a plan"
input double      InpBreakEvenR=0.0;           // Stop to the entry at such a profit, R; 0: never
input int         InpLockPoints=0;             // Then so many points beyond the entry
input double      InpTrailR=0.0;               // Stop follows from such a profit on, R; 0: never
input int         InpTrailDistance=150;        // Distance of the following stop, points
input int         InpTrailStep=20;             // It is moved in steps of so many points
input int         InpTimeStopMinutes=0;        // Close after so many minutes; 0: never

input group "Work"
input int         InpTimerMs=16;               // Timer, ms (10 to 1000)
input int         InpSpinMs=0;                 // Listen for so long in each timer, ms; 0: one look
input int         InpWorkUs=1500;              // Most work in one timer, microseconds
input bool        InpPanel=true;               // Show the panel on the chart

input group "Orders"
input long        InpMagic=777001;             // Magic number; orders carry it and nine more digits
input int         InpSettleSeconds=60;         // No trace of an order for so long: never executed (30-3600 s)
input bool        InpTraining=false;           // Training ground (no effect in MetaTrader)

void ReadInputs(SBridgeSettings &settings)
  {
   settings.pairingKey=InpPairingKey;
   settings.port=InpPort;
   settings.road=InpRoad;
   settings.name=InpName;
   settings.symbols=InpSymbols;
   settings.commission=InpCommission;
   settings.timerMs=(int)MathMax(10,MathMin(1000,InpTimerMs));
   settings.spinMs=(int)MathMax(0,MathMin(100,InpSpinMs));
   settings.workUs=(int)MathMax(200,MathMin(100000,InpWorkUs));
   settings.hasPanel=InpPanel;
   settings.isTraining=InpTraining;
   settings.desk.family=InpMagic;
   settings.desk.symbols=InpOnlySymbols;
   settings.desk.maxLots=InpMaxLots;
   settings.desk.maxPositions=InpMaxPositions;
   settings.desk.maxRiskPercent=InpMaxRiskPct;
   settings.desk.maxSpreadPoints=InpMaxSpread;
   settings.desk.maxDailyLossPercent=InpMaxDayLossPct;
   settings.desk.settleSeconds=(int)MathMax(30,MathMin(3600,InpSettleSeconds));
   CPlan::Clear(settings.desk.plan);
   settings.desk.plan.breakEvenR=InpBreakEvenR;
   settings.desk.plan.lockPoints=InpLockPoints;
   settings.desk.plan.trail=InpTrailR>0.0 ? TRAIL_STEP : TRAIL_NONE;
   settings.desk.plan.trailR=InpTrailR;
   settings.desk.plan.distancePoints=InpTrailDistance;
   settings.desk.plan.stepPoints=InpTrailStep;
   settings.desk.plan.timeStopMs=(long)InpTimeStopMinutes*60000;
  }

#endif
//+------------------------------------------------------------------+
