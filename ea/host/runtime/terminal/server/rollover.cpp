// What comes with time: orders that expire, and the swap of every night.
#include <vector>

#include "terminal/server/checks.hpp"
#include "terminal/server/fills.hpp"
#include "terminal/server/money.hpp"
#include "terminal/server/server.hpp"

namespace mql::server {
namespace {

constexpr int64_t DAY_S = 86'400;

int64_t endOf(const OrderRow& order) {
  const auto endOfDay = [](int64_t second) { return second / DAY_S * DAY_S + DAY_S - 1; };
  switch (order.timeType) {
    case ORDER_TIME_DAY: return endOfDay(order.setupMs / 1000);
    case ORDER_TIME_SPECIFIED: return order.expirationS;
    case ORDER_TIME_SPECIFIED_DAY: return endOfDay(order.expirationS);
    default: return INT64_MAX / 1000;
  }
}

int expireOrders() {
  int expired = 0;
  const Ledger& all = ledger();
  for (int i = 0; i < all.orderCount;) {
    if (endOf(all.orders[i]) * 1000 >= now()) {
      i++;
      continue;
    }
    finishOrder(ledger().orders[i], ORDER_STATE_EXPIRED);
    expired++;
  }
  return expired;
}

// One night's swap of a position in the account's currency.
double nightly(const PositionRow& position) {
  const SymbolRow& spec = ledger().symbols[position.symbol];
  const double rate = position.type == POSITION_TYPE_BUY ? spec.swapLong : spec.swapShort;
  const double lots = inLots(position.volume);
  const Flow flow = rate >= 0 ? Flow::gain : Flow::loss;
  double exchange = 0;
  switch (spec.swapMode) {
    case SYMBOL_SWAP_MODE_POINTS:
      accountRate(spec.profit.view(), flow, exchange);
      return rate * spec.point() * spec.contract * lots * exchange;
    case SYMBOL_SWAP_MODE_CURRENCY_SYMBOL:
      accountRate(spec.base.view(), flow, exchange);
      return rate * lots * exchange;
    case SYMBOL_SWAP_MODE_CURRENCY_MARGIN:
      accountRate(spec.margin.view(), flow, exchange);
      return rate * lots * exchange;
    case SYMBOL_SWAP_MODE_CURRENCY_PROFIT:
      accountRate(spec.profit.view(), flow, exchange);
      return rate * lots * exchange;
    case SYMBOL_SWAP_MODE_CURRENCY_DEPOSIT: return rate * lots;
    default: return 0;
  }
}

// From the end of day number `day` (since 1970) to the next: none at the weekend, three times on the symbol's
// day.
void chargeNight(int64_t day) {
  Ledger& all = ledger();
  const int weekday = static_cast<int>((day + 4) % 7);
  if (weekday == SATURDAY || weekday == SUNDAY) return;
  for (int i = 0; i < all.positionCount; i++) {
    PositionRow& position = all.positions[i];
    const bool isTriple = all.symbols[position.symbol].swapTripleDay == weekday;
    const Money charged = moneyOf(nightly(position) * (isTriple ? 3 : 1));
    position.swap += charged;
    if (charged != 0) tellPosition(position);
  }
}

}  // namespace

void timePassed() {
  AccountRow& account = ledger().account;
  const int64_t firstDay = account.rolledOverMs / 1000 / DAY_S, today = now() / 1000 / DAY_S;
  bool changed = expireOrders() > 0;
  if (today > firstDay) {
    const bool isKnown = account.rolledOverMs != 0 && ledger().positionCount > 0;
    for (int64_t day = firstDay; isKnown && day < today; day++) chargeNight(day);
    account.rolledOverMs = now();
    changed = true;
  }
  if (changed) commit();
}

}  // namespace mql::server
