#include "terminal/server/execute.hpp"
#include "terminal/server/fills.hpp"
#include "terminal/server/notices.hpp"
#include "terminal/server/prices.hpp"

namespace mql::server {
namespace {

// What the market has for this request: all of it, unless the symbol's depth or the script says less. Whole
// steps.
Lots available(const Job& job) {
  const SymbolRow& spec = job.spec();
  Lots volume = job.volume;
  if (spec.depth > 0) volume = std::min(volume, spec.depth);
  if (job.mishap.market > 0) volume = std::min(volume, job.mishap.market);
  if (job.mishap.share < 1) volume = std::min(volume, lotsOf(inLots(job.volume) * job.mishap.share));
  if (volume == job.volume) return volume;
  return volume / spec.lotStep * spec.lotStep;
}

uint64_t positionIdOf(const Job& job) {
  const PositionRow* position = isHedging() ? findPosition(job.request.position) : nullptr;
  return position == nullptr ? 0 : position->identifier;
}

}  // namespace

Code executeDeal(Job& job) {
  const Lots filled = available(job);
  const bool isWhole = filled == job.volume;
  const int filling = job.request.type_filling;
  OrderRow& order = startOrder(job, ORDER_STATE_STARTED, positionIdOf(job));
  job.result.order = order.ticket;
  if (filled == 0 || (!isWhole && filling == ORDER_FILLING_FOK)) {
    finishOrder(order, ORDER_STATE_REJECTED);
    return TRADE_RETCODE_REJECT;
  }
  const DealRow& deal = fillOrder(order, {filled, fillPrice(job)});
  job.result.deal = deal.ticket;
  job.result.volume = inLots(deal.volume);
  job.result.price = deal.price;
  if (isWhole) {
    finishOrder(order, ORDER_STATE_FILLED);
    return TRADE_RETCODE_DONE;
  }
  // Return: what is left stays active and is filled by a later tick. Otherwise it is cancelled.
  if (filling == ORDER_FILLING_RETURN) {
    order.state = ORDER_STATE_PARTIAL;
    tellOrder(TRADE_TRANSACTION_ORDER_UPDATE, order);
  } else {
    finishOrder(order, ORDER_STATE_CANCELED);
  }
  return TRADE_RETCODE_DONE_PARTIAL;
}

}  // namespace mql::server
