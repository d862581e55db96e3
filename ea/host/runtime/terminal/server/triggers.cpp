// What the newest price sets off at the server, with or without a terminal that listens.
#include <algorithm>
#include <vector>

#include "terminal/server/fills.hpp"
#include "terminal/server/money.hpp"
#include "terminal/server/notices.hpp"
#include "terminal/server/prices.hpp"
#include "terminal/server/server.hpp"
#include "terminal/server/stop-out.hpp"

namespace mql::server {
namespace {

std::string priceText(const SymbolRow& spec, double price) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", spec.digits, price);
  return text;
}

// A stop takes the first price that there is, gap and slippage included. A target takes the first price too:
// never a worse one than it asked.
bool stopOrTarget(PositionRow& position) {
  const SymbolRow& spec = ledger().symbols[position.symbol];
  const bool isBuy = position.type == POSITION_TYPE_BUY;
  const double price = closingPrice(position);
  const auto reached = [&](double level, bool falling) {
    const int64_t away = spec.points(price) - spec.points(level);
    return level > 0 && (falling ? away <= 0 : away >= 0);
  };
  if (reached(position.stop, isBuy)) {
    closeByServer(position, Origin::stop, worse(spec, !isBuy, price, spec.slippage),
                  "[sl " + priceText(spec, position.stop) + "]");
    return true;
  }
  if (!reached(position.target, !isBuy)) return false;
  closeByServer(position, Origin::target, price, "[tp " + priceText(spec, position.target) + "]");
  return true;
}

bool isReached(const OrderRow& order) {
  const SymbolRow& spec = ledger().symbols[order.symbol];
  const TickRow& tick = quote(order.symbol);
  switch (order.type) {
    case ORDER_TYPE_BUY_LIMIT: return spec.points(tick.ask) <= spec.points(order.price);
    case ORDER_TYPE_SELL_LIMIT: return spec.points(tick.bid) >= spec.points(order.price);
    case ORDER_TYPE_BUY_STOP:
    case ORDER_TYPE_BUY_STOP_LIMIT: return spec.points(tick.ask) >= spec.points(order.price);
    case ORDER_TYPE_SELL_STOP:
    case ORDER_TYPE_SELL_STOP_LIMIT: return spec.points(tick.bid) <= spec.points(order.price);
    default: return order.state == ORDER_STATE_PARTIAL;
  }
}

// A stop-limit order becomes a limit order at its second price.
bool becomesLimit(OrderRow& order) {
  if (order.type != ORDER_TYPE_BUY_STOP_LIMIT && order.type != ORDER_TYPE_SELL_STOP_LIMIT) return false;
  order.type = order.type == ORDER_TYPE_BUY_STOP_LIMIT ? ORDER_TYPE_BUY_LIMIT : ORDER_TYPE_SELL_LIMIT;
  order.price = order.stopLimit;
  tellOrder(TRADE_TRANSACTION_ORDER_UPDATE, order);
  return true;
}

void triggerOrder(OrderRow& order) {
  const bool isBuy = order.type % 2 == 0;
  const TickRow& tick = quote(order.symbol);
  const SymbolRow& spec = ledger().symbols[order.symbol];
  const bool closes = isHedging() && order.positionId != order.ticket;
  const PositionRow* closed = closes ? findPosition(order.positionId) : nullptr;
  if (closes && (closed == nullptr || closed->volume < order.left))
    return finishOrder(order, ORDER_STATE_CANCELED);
  const bool isLimit = order.type == ORDER_TYPE_BUY_LIMIT || order.type == ORDER_TYPE_SELL_LIMIT;
  const double price = worse(spec, isBuy, isBuy ? tick.ask : tick.bid, isLimit ? 0 : spec.slippage);
  // A limit order takes no more than the market has at its price; what is left waits for the next one.
  const Lots filled = isLimit && spec.depth > 0 ? std::min(order.left, spec.depth) : order.left;
  Money margin = 0;
  if (!closes) marginOf(order.symbol, isBuy, filled, price, margin);
  if (margin > totals().free) return finishOrder(order, ORDER_STATE_REJECTED);
  fillOrder(order, {filled, price});
  if (order.left == 0) return finishOrder(order, ORDER_STATE_FILLED);
  order.state = ORDER_STATE_PARTIAL;
  tellOrder(TRADE_TRANSACTION_ORDER_UPDATE, order);
}

void triggerOrders(int symbol) {
  std::vector<uint64_t> tickets;
  const Ledger& all = ledger();
  for (int i = 0; i < all.orderCount; i++)
    if (all.orders[i].symbol == symbol && isReached(all.orders[i])) tickets.push_back(all.orders[i].ticket);
  for (const uint64_t ticket : tickets) {
    OrderRow* order = findOrder(ticket);
    if (!becomesLimit(*order)) triggerOrder(*order);
  }
}

void triggerPositions(int symbol) {
  const Ledger& all = ledger();
  for (int i = 0; i < all.positionCount;) {
    const bool isGone = all.positions[i].symbol == symbol && stopOrTarget(ledger().positions[i]);
    if (!isGone) i++;
  }
}

}  // namespace

void quoted(int symbol) {
  if (ledger().orderCount > 0) triggerOrders(symbol);
  if (ledger().positionCount > 0) triggerPositions(symbol);
  if (ledger().positionCount > 0) stopOut();
  if (hasNotices()) commit();
}

}  // namespace mql::server
