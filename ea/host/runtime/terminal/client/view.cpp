#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <set>

#include "platform/events.hpp"
#include "platform/life.hpp"
#include "platform/platform.hpp"
#include "terminal/client/line.hpp"
#include "terminal/client/send.hpp"
#include "terminal/terminal.hpp"

namespace mql::terminal {
namespace {

using server::Notice;

struct Late {
  int64_t dueMs;
  Notice notice;
};

// All that the terminal knows of the account; it belongs to the life of the program.
struct Memory {
  bool isRead = false;
  View view;
  std::deque<Late> late;
  std::set<uint64_t> unheardDeals, unheardOrders;
  // The newest notice of each ticket: one that was late must not undo what came after it.
  std::map<uint64_t, uint64_t> newestOfPosition, newestOfOrder;
  uint64_t newestBalance = 0;
};

Memory& memory() {
  static auto memory = std::make_unique<Memory>();
  return *memory;
}

void readServer() {
  const server::Ledger& now = server::ledger();
  Memory& all = memory();
  all.view.positions.assign(now.positions, now.positions + now.positionCount);
  all.view.orders.assign(now.orders, now.orders + now.orderCount);
  const auto byTicket = [](const auto& one, const auto& other) { return one.ticket < other.ticket; };
  std::sort(all.view.positions.begin(), all.view.positions.end(), byTicket);
  all.view.balance = now.account.balance;
  all.late.clear();
  all.unheardDeals.clear();
  all.unheardOrders.clear();
  all.newestOfPosition.clear();
  all.newestOfOrder.clear();
  all.isRead = true;
}

// Rows stand in the order of their tickets, however late one came.
template <class Row>
void put(std::vector<Row>& rows, const Row& row) {
  const auto isBefore = [](const Row& other, uint64_t ticket) { return other.ticket < ticket; };
  const auto at = std::lower_bound(rows.begin(), rows.end(), row.ticket, isBefore);
  if (at != rows.end() && at->ticket == row.ticket)
    *at = row;
  else
    rows.insert(at, row);
}

bool isNewer(uint64_t& newest, uint64_t number) {
  if (number < newest) return false;
  newest = number;
  return true;
}

template <class Row>
void drop(std::vector<Row>& rows, uint64_t ticket) {
  const auto gone = [ticket](const Row& row) { return row.ticket == ticket; };
  rows.erase(std::remove_if(rows.begin(), rows.end(), gone), rows.end());
}

void applyPosition(const Notice& notice) {
  std::vector<server::PositionRow>& positions = memory().view.positions;
  if (notice.position.ticket == 0) return;  // a deposit is of no position
  if (!isNewer(memory().newestOfPosition[notice.position.identifier], notice.number)) return;
  // By the identifier: a position that was turned round has another ticket than before.
  const auto isSame = [&](const server::PositionRow& row) {
    return row.identifier == notice.position.identifier;
  };
  positions.erase(std::remove_if(positions.begin(), positions.end(), isSame), positions.end());
  if (!notice.isPositionGone) put(positions, notice.position);
}

void applyOrder(const Notice& notice) {
  std::vector<server::OrderRow>& orders = memory().view.orders;
  if (!isNewer(memory().newestOfOrder[notice.order.ticket], notice.number)) return;
  if (notice.transaction.type == TRADE_TRANSACTION_ORDER_DELETE)
    drop(orders, notice.order.ticket);
  else
    put(orders, notice.order);
}

void apply(const Notice& notice) {
  Memory& all = memory();
  switch (notice.transaction.type) {
    case TRADE_TRANSACTION_ORDER_ADD:
    case TRADE_TRANSACTION_ORDER_UPDATE:
    case TRADE_TRANSACTION_ORDER_DELETE: applyOrder(notice); break;
    case TRADE_TRANSACTION_HISTORY_ADD: all.unheardOrders.erase(notice.order.ticket); break;
    case TRADE_TRANSACTION_DEAL_ADD:
      all.unheardDeals.erase(notice.transaction.deal);
      applyPosition(notice);
      break;
    case TRADE_TRANSACTION_POSITION: applyPosition(notice); break;
    default: break;
  }
  if (isNewer(all.newestBalance, notice.number)) all.view.balance = notice.balance;
}

void deliver(const Notice& notice) {
  if (memory().isRead) apply(notice);
  events::transaction(notice.transaction, notice.request, notice.result);
  if (notice.transaction.type != TRADE_TRANSACTION_REQUEST) events::trade();
}

void hide(const Notice& notice) {
  const auto type = notice.transaction.type;
  if (type == TRADE_TRANSACTION_DEAL_ADD) memory().unheardDeals.insert(notice.transaction.deal);
  if (type == TRADE_TRANSACTION_HISTORY_ADD) memory().unheardOrders.insert(notice.order.ticket);
}

void deliverLate() {
  std::deque<Late>& late = memory().late;
  while (!late.empty() && late.front().dueMs <= platform().steadyMs()) {
    const Notice notice = late.front().notice;
    late.pop_front();
    deliver(notice);
  }
}

void keepForLater(Notice notice, int64_t dueMs) {
  std::deque<Late>& late = memory().late;
  const auto behind = std::upper_bound(late.begin(), late.end(), dueMs,
                                       [](int64_t ms, const Late& one) { return ms < one.dueMs; });
  late.insert(behind, {dueMs, std::move(notice)});
}

}  // namespace

void forgetView() { memory() = Memory{}; }
void readView() { readServer(); }

void rememberView() {
  if (life::loaded() && !memory().isRead) readServer();
}

const View& view() {
  isConnected();
  if (!memory().isRead) readServer();
  return memory().view;
}

void seeBalance() { memory().view.balance = server::ledger().account.balance; }

bool isKnownDeal(uint64_t ticket) { return memory().unheardDeals.count(ticket) == 0; }
bool isKnownPastOrder(uint64_t ticket) { return memory().unheardOrders.count(ticket) == 0; }

void hear(std::vector<Notice> notices, int64_t delayMs) {
  if (!life::loaded()) return forgetView();
  const bool isLost = delayMs < 0 || !isConnected();
  const int64_t dueMs = platform().steadyMs() + delayMs;
  for (Notice& notice : notices) {
    if (!isLost && delayMs == 0) {
      deliver(notice);
      continue;
    }
    hide(notice);
    if (!isLost) keepForLater(std::move(notice), dueMs);
  }
  if (!isLost && delayMs > 0 && !notices.empty()) events::at(dueMs, deliverLate);
}

}  // namespace mql::terminal
