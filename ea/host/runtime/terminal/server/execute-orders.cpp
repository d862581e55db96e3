#include "terminal/server/execute.hpp"
#include "terminal/server/fills.hpp"
#include "terminal/server/notices.hpp"

namespace mql::server {
namespace {

// Orders and positions carry whole ticks whatever the last bits of the request's doubles are.
double onGrid(const SymbolRow& spec, double price) { return price == 0 ? 0 : spec.rounded(price); }

}  // namespace

Code executeSltp(Job& job) {
  PositionRow* position =
      job.request.position != 0 ? findPosition(job.request.position) : netPosition(job.symbol);
  position->stop = onGrid(job.spec(), job.request.sl);
  position->target = onGrid(job.spec(), job.request.tp);
  position->updateMs = now();
  tellPosition(*position);
  return TRADE_RETCODE_DONE;
}

Code executePending(Job& job) {
  const OrderRow& order = startOrder(job, ORDER_STATE_PLACED, 0);
  job.result.order = order.ticket;
  job.result.volume = inLots(order.volume);
  job.result.price = order.price;
  return TRADE_RETCODE_DONE;
}

Code executeModify(Job& job) {
  OrderRow& order = *findOrder(job.request.order);
  const SymbolRow& spec = job.spec();
  order.price = onGrid(spec, job.request.price);
  if (job.request.stoplimit != 0) order.stopLimit = onGrid(spec, job.request.stoplimit);
  order.stop = onGrid(spec, job.request.sl);
  order.target = onGrid(spec, job.request.tp);
  order.timeType = job.request.type_time;
  order.expirationS = job.request.expiration;
  job.result.order = order.ticket;
  tellOrder(TRADE_TRANSACTION_ORDER_UPDATE, order);
  return TRADE_RETCODE_DONE;
}

Code executeRemove(Job& job) {
  OrderRow& order = *findOrder(job.request.order);
  job.result.order = order.ticket;
  finishOrder(order, ORDER_STATE_CANCELED);
  return TRADE_RETCODE_DONE;
}

// Two deals: the first closes the position at the price of the other, the second the other at its own price,
// so that the whole profit is in the first.
Code executeCloseBy(Job& job) {
  PositionRow* one = findPosition(job.request.position);
  const PositionRow* other = findPosition(job.request.position_by);
  job.volume = std::min(one->volume, other->volume);
  OrderRow& order = startOrder(job, ORDER_STATE_STARTED, one->identifier);
  order.price = other->open;
  const double price = other->open;
  const DealRow& deal = leavePosition(*one, order, {job.volume, price}, DEAL_ENTRY_OUT_BY);
  job.result.order = order.ticket;
  job.result.deal = deal.ticket;
  job.result.volume = inLots(job.volume);
  job.result.price = price;
  leavePosition(*findPosition(job.request.position_by), order, {job.volume, price}, DEAL_ENTRY_OUT_BY);
  order.left = 0;
  finishOrder(order, ORDER_STATE_FILLED);
  return TRADE_RETCODE_DONE;
}

}  // namespace mql::server
