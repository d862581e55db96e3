// The whole state of the trade server but for its history and its ticks, and how it is kept.
//
// What code changes is a working copy. `commit` makes it what survives: in a mapped file it goes to the slot
// that is not current, and then one number says which slot is. History and ticks only grow; rows behind the
// committed counts do not count.
#pragma once
#include <string>

#include "terminal/server/faults.hpp"
#include "terminal/server/rows.hpp"

namespace mql::server {

constexpr int MAX_SYMBOLS = 64;
constexpr int MAX_POSITIONS = 1024;
constexpr int MAX_ORDERS = 1024;
constexpr int MAX_FAULTS = 64;
constexpr int MAX_DEALS = 16384;
constexpr int MAX_HISTORY = 16384;

enum class Telling : int32_t { live, requestFirst, dealLast, shuffled };

struct Ledger {
  AccountRow account;
  Telling telling;
  int64_t latencyMs;
  int32_t symbolCount, positionCount, orderCount, faultCount, dealCount, historyCount;
  SymbolRow symbols[MAX_SYMBOLS];
  PositionRow positions[MAX_POSITIONS];
  OrderRow orders[MAX_ORDERS];
  FaultRow faults[MAX_FAULTS];
};

Ledger& ledger();
DealRow& deal(int index);
OrderRow& pastOrder(int index);

// With a file name the state is kept there, and what it holds is gone on with. Otherwise it lives as long as
// the process.
void openLedger(const std::string& file);
void commit();
// An account of 10,000 USD without symbols.
void clearLedger();

// The index of the symbol with this name, -1 when there is none. The empty name is the chart's only for the
// caller.
int symbolIndex(std::string_view name);
PositionRow* findPosition(uint64_t ticket);
OrderRow* findOrder(uint64_t ticket);

// A row that does not fit ends the process with a sentence: a test must never go on with less than it asked
// for.
PositionRow& addPosition();
void removePosition(PositionRow& position);
OrderRow& addOrder();
void removeOrder(OrderRow& order);
DealRow& addDeal();
void addToHistory(const OrderRow& order);

// The ticks of one symbol, the newest 65,536.
constexpr int64_t KEPT_TICKS = 65536;
int64_t tickCount(int symbol);  // ever
const TickRow& tickAt(int symbol, int64_t number);
void addTick(int symbol, const TickRow& tick);
// The newest tick; its time is 0 when there is none.
const TickRow& quote(int symbol);

}  // namespace mql::server
