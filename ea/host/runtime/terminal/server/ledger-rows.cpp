#include <cstring>

#include "language/critical.hpp"
#include "terminal/server/image.hpp"
#include "terminal/server/ledger.hpp"

namespace mql::server {
namespace {

void mustFit(int count, int room, const char* what) {
  if (count >= room)
    critical("the trade server is full: it has room for " + std::to_string(room) + " " + what);
}

// The rows keep their order: the terminal lists positions and orders as they came.
template <class Row>
void take(Row* rows, int& count, Row& row) {
  const auto at = &row - rows;
  const auto behind = static_cast<size_t>(count - at - 1);
  std::memmove(static_cast<void*>(&rows[at]), &rows[at + 1], behind * sizeof(Row));
  count--;
}

}  // namespace

DealRow& deal(int index) { return image().deals[index]; }
OrderRow& pastOrder(int index) { return image().history[index]; }

int symbolIndex(std::string_view name) {
  const Ledger& now = ledger();
  for (int i = 0; i < now.symbolCount; i++)
    if (now.symbols[i].name.view() == name) return i;
  return -1;
}

PositionRow* findPosition(uint64_t ticket) {
  Ledger& now = ledger();
  for (int i = 0; i < now.positionCount; i++)
    if (now.positions[i].ticket == ticket) return &now.positions[i];
  return nullptr;
}

OrderRow* findOrder(uint64_t ticket) {
  Ledger& now = ledger();
  for (int i = 0; i < now.orderCount; i++)
    if (now.orders[i].ticket == ticket) return &now.orders[i];
  return nullptr;
}

PositionRow& addPosition() {
  Ledger& now = ledger();
  mustFit(now.positionCount, MAX_POSITIONS, "positions");
  return now.positions[now.positionCount++] = PositionRow{};
}

void removePosition(PositionRow& position) { take(ledger().positions, ledger().positionCount, position); }

OrderRow& addOrder() {
  Ledger& now = ledger();
  mustFit(now.orderCount, MAX_ORDERS, "orders");
  return now.orders[now.orderCount++] = OrderRow{};
}

void removeOrder(OrderRow& order) { take(ledger().orders, ledger().orderCount, order); }

DealRow& addDeal() {
  Ledger& now = ledger();
  mustFit(now.dealCount, MAX_DEALS, "deals");
  return deal(now.dealCount++) = DealRow{};
}

void addToHistory(const OrderRow& order) {
  Ledger& now = ledger();
  mustFit(now.historyCount, MAX_HISTORY, "past orders");
  pastOrder(now.historyCount++) = order;
}

}  // namespace mql::server
