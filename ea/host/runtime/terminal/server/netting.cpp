#include "terminal/server/fills.hpp"
#include "terminal/server/money.hpp"
#include "terminal/server/notices.hpp"

namespace mql::server {
namespace {

// The stop and target of the latest order become those of the whole position.
void takeStops(PositionRow& position, const OrderRow& order) {
  position.stop = order.stop;
  position.target = order.target;
  position.updateMs = now();
}

DealRow& addTo(PositionRow& position, OrderRow& order, const Fill& fill) {
  const double worth = position.open * inLots(position.volume) + fill.price * inLots(fill.volume);
  position.volume += fill.volume;
  position.open = std::round(worth / inLots(position.volume) * 1e8) / 1e8;
  Money margin = 0;
  marginOf(position.symbol, position.type == POSITION_TYPE_BUY, fill.volume, fill.price, margin);
  position.margin += margin;
  takeStops(position, order);
  DealRow& deal = writeDeal(order, fill, {DEAL_ENTRY_IN});
  tellDeal(deal, position, false);
  return deal;
}

// One deal closes what there was and opens the rest the other way round: the identifier stays, the ticket is
// the order's.
DealRow& turn(PositionRow& position, OrderRow& order, const Fill& fill) {
  Effect effect{DEAL_ENTRY_INOUT};
  const bool wasBuy = position.type == POSITION_TYPE_BUY;
  profitOf(position.symbol, wasBuy, position.volume, position.open, fill.price, effect.profit);
  effect.swap = position.swap;
  position.ticket = order.ticket;
  position.type = wasBuy ? POSITION_TYPE_SELL : POSITION_TYPE_BUY;
  position.volume = fill.volume - position.volume;
  position.open = fill.price;
  position.swap = 0;
  position.magic = order.magic;
  position.timeMs = now();
  marginOf(position.symbol, !wasBuy, position.volume, fill.price, position.margin);
  takeStops(position, order);
  DealRow& deal = writeDeal(order, fill, effect);
  tellDeal(deal, position, false);
  return deal;
}

}  // namespace

DealRow& netOrder(PositionRow& position, OrderRow& order, const Fill& fill) {
  order.positionId = position.identifier;
  const bool isSameSide = (position.type == POSITION_TYPE_BUY) == (order.type % 2 == 0);
  if (isSameSide) return addTo(position, order, fill);
  if (fill.volume > position.volume) return turn(position, order, fill);
  return leavePosition(position, order, fill, DEAL_ENTRY_OUT);
}

}  // namespace mql::server
