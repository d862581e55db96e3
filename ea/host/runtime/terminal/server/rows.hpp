// What the trade server knows, as plain rows that may lie in a mapped file: no pointers, no text of unlimited
// length.
#pragma once
#include <cmath>
#include <cstdint>

#include "terminal/server/text.hpp"

namespace mql::server {

// Lots in units of 10^-8, as trade servers count them: 0.01 lots are a million.
using Lots = int64_t;
constexpr Lots ONE_LOT = 100'000'000;
inline Lots lotsOf(double lots) { return std::llround(lots * static_cast<double>(ONE_LOT)); }
inline double inLots(Lots lots) { return static_cast<double>(lots) / static_cast<double>(ONE_LOT); }

// Money in the smallest unit of the account's currency.
using Money = int64_t;

struct SessionRow {
  int32_t day;  // 0 is Sunday
  int32_t fromS, toS;
  int32_t isTrade;  // otherwise a session of quotes
};

enum class Market : int32_t { bySessions, open, closed };
// What the server does with a stop or target that comes with a market order.
enum class EntryStops : int32_t { take, refuse, drop };

struct SymbolRow {
  Text<32> name;
  Text<8> base, profit, margin;
  Text<64> description, path;
  int32_t digits;
  double contract, tickSize;
  Lots lotMin, lotMax, lotStep;
  Lots lotLimit;  // of all positions and orders on one side; 0 is none
  Lots depth;     // what the market has at once; 0 is enough
  int32_t stopLevel, freezeLevel;
  int32_t execution, filling, orderModes, expirationModes, tradeMode, calcMode;
  int32_t swapMode, swapTripleDay;
  double swapLong, swapShort;
  double commissionPerLot;  // for each deal, account currency
  double marginRate;
  double marginInitial;
  int32_t slippage;  // points against the trader on every fill at the market
  Market market;
  EntryStops entryStops;
  int32_t isSelected;
  int32_t sessionCount;
  SessionRow sessions[28];

  double point() const { return std::pow(10.0, -digits); }
  double rounded(double price) const { return std::round(price / point()) / std::pow(10.0, digits); }
  // Whole points: prices are compared as these and never as doubles.
  int64_t points(double price) const { return std::llround(price / point()); }
};

struct AccountRow {
  int64_t login;
  Text<128> name, server, company;
  Text<8> currency;
  int32_t currencyDigits, leverage, kind, marginMode, stopOutMode;
  int32_t pendingLimit, positionLimit;  // 0 is none
  int32_t isTradeAllowed, isExpertAllowed, isFifo, isHedgeForbidden;
  int32_t requestsPerSecond;  // 0 is any number
  int32_t requestsThisSecond;
  int64_t requestSecond;
  double marginCall, stopOut;
  Money balance, credit;
  uint64_t nextOrder, nextDeal;
  int64_t lastServerMs;
  int64_t rolledOverMs;  // nights before this are charged
};

struct PositionRow {
  uint64_t ticket, identifier, magic;
  int32_t symbol, type, reason;
  Lots volume;
  double open, stop, target;
  Money swap, margin;
  int64_t timeMs, updateMs;
  Text<64> comment;
};

struct OrderRow {
  uint64_t ticket, magic, positionId, positionById;
  int32_t symbol, type, state, filling, timeType, reason;
  Lots volume, left;
  double price, stopLimit, stop, target;
  int64_t setupMs, doneMs, expirationS;
  Text<64> comment;
};

struct DealRow {
  uint64_t ticket, order, positionId, magic;
  int32_t symbol, type, entry, reason;  // symbol -1: a balance operation
  Lots volume;
  double price, stop, target;
  Money profit, swap, commission;
  int64_t timeMs;
  Text<64> comment;
};

struct TickRow {
  int64_t timeMs;
  double bid, ask, last;
  int64_t volume;
  uint32_t flags;
};

}  // namespace mql::server
