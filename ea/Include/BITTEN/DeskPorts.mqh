//+------------------------------------------------------------------+
//| DeskPorts.mqh                                                    |
//| What the order desk asks of the rest of the EA, and the settings |
//| that the inputs give it. Bridge.mqh supplies both.               |
//+------------------------------------------------------------------+
#ifndef BITTEN_DESK_PORTS_MQH
#define BITTEN_DESK_PORTS_MQH

#include "Interfaces.mqh"
#include "Plan.mqh"

//--- The broker's clock and UTC. What cannot be converted for certain is refused, never guessed
class IMarketTime
  {
public:
   virtual bool      IsKnown()=0;
   virtual long      UtcFromServer(const long serverMs)=0;
   virtual long      ServerFromUtc(const long utcMs)=0;
  };

//--- Told before a call that stops the whole EA: the app must hear `busy` before, not after
class IPause
  {
public:
   virtual void      AboutToBlock(const int ms)=0;
  };

//--- What one lot costs to open and to close, account currency; below zero when nobody knows
class ICosts
  {
public:
   virtual double    CommissionPerLot(const string symbol)=0;
  };

//--- The symbols that the inputs leave to BITTEN, of the fifteen pairs
class IMappedSymbols
  {
public:
   virtual bool      IsMapped(const string symbol)=0;
  };

//--- From the inputs. 0 of a limit is never "no limit": Guard refuses to open anything until each is set
struct SDeskSettings
  {
   string            folder;               // of MQL5/Files, ends with a backslash
   long              family;               // first part of every magic number, 777001
   string            symbols;              // the only ones that may be opened, parted by commas; "" for all that are mapped
   double            maxLots;              // of one order
   int               maxPositions;         // of our family
   double            maxRiskPercent;       // of the balance, lost at the stop of one order
   int               maxSpreadPoints;
   double            maxDailyLossPercent;  // of the balance that the broker's day began with
   int               settleSeconds;        // connected for so long without a trace of an order: it never happened
   SPlan             plan;                 // of a fire that brings none
  };

#endif
//+------------------------------------------------------------------+
