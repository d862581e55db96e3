#include "terminal/server/checks.hpp"
#include "terminal/server/money.hpp"
#include "terminal/server/prices.hpp"

namespace mql::server {
namespace {

// The first objection counts. Later checks do not run: they rely on the earlier ones.
template <class... Checks>
Code firstOf(Checks... checks) {
  Code code = FINE;
  ((code = code == FINE ? checks() : code), ...);
  return code;
}

Code checkClosing(Job& job, const PositionRow& position) {
  const bool isOpposite = (position.type == POSITION_TYPE_BUY) != job.isBuy();
  if (position.symbol != job.symbol || !isOpposite) return TRADE_RETCODE_INVALID;
  if (job.volume > position.volume) return TRADE_RETCODE_INVALID_CLOSE_VOLUME;
  if (job.origin != Origin::expert && job.origin != Origin::client) return FINE;
  if (ledger().account.isFifo == 0) return checkFrozen(position);
  const PositionRow* oldest = netPosition(job.symbol);
  return oldest != nullptr && oldest->ticket != position.ticket ? TRADE_RETCODE_FIFO_CLOSE
                                                                : checkFrozen(position);
}

// A whole position may be closed even where it is smaller than what may be opened.
Code checkDealVolume(Job& job) {
  const Code code = checkVolume(job);
  const PositionRow* closed = isHedging() ? findPosition(job.request.position) : netPosition(job.symbol);
  return code != FINE && closed != nullptr && job.volume == closed->volume ? FINE : code;
}

Code checkEntryStops(const Job& job) {
  const TickRow& tick = quote(job.symbol);
  return checkStops(job.spec(), job.isBuy(), job.isBuy() ? tick.bid : tick.ask, job.request.sl,
                    job.request.tp);
}

Code checkOpening(Job& job, const PositionRow* netted) {
  const bool isOpposed = netted != nullptr && (netted->type == POSITION_TYPE_BUY) != job.isBuy();
  const Lots added = isOpposed ? std::max<Lots>(0, job.volume - netted->volume) : job.volume;
  if (added == 0) return FINE;
  const Money freed = isOpposed ? netted->margin : 0;
  return firstOf([&] { return checkDirection(job); }, [&] { return checkEntryStops(job); },
                 [&] { return checkLimits(job, false); },
                 [&] { return checkMoney(job, added, marketPrice(job), freed); });
}

Code checkDeal(Job& job) {
  if (!isMarketOrder(job.request.type)) return TRADE_RETCODE_INVALID_ORDER;
  if ((job.spec().orderModes & SYMBOL_ORDER_MARKET) == 0) return TRADE_RETCODE_INVALID_ORDER;
  const Code code = firstOf([&] { return checkMarket(job); }, [&] { return checkDealVolume(job); },
                            [&] { return checkFilling(job); }, [&] { return checkDealPrice(job); });
  if (code != FINE) return code;
  if (!isHedging()) return checkOpening(job, netPosition(job.symbol));
  if (job.request.position == 0) return checkOpening(job, nullptr);
  const PositionRow* position = findPosition(job.request.position);
  return position == nullptr ? TRADE_RETCODE_POSITION_CLOSED : checkClosing(job, *position);
}

Code checkSltp(Job& job) {
  const PositionRow* position =
      isHedging() || job.request.position != 0 ? findPosition(job.request.position) : netPosition(job.symbol);
  if (position == nullptr) return TRADE_RETCODE_POSITION_CLOSED;
  job.symbol = position->symbol;
  const SymbolRow& spec = job.spec();
  const Code code = firstOf([&] { return checkMarket(job); }, [&] { return checkFrozen(*position); },
                            [&] {
                              return checkStops(spec, position->type == POSITION_TYPE_BUY,
                                                closingPrice(*position), job.request.sl, job.request.tp);
                            });
  if (code != FINE) return code;
  const bool isSame = spec.points(position->stop) == spec.points(job.request.sl) &&
                      spec.points(position->target) == spec.points(job.request.tp);
  return isSame ? TRADE_RETCODE_NO_CHANGES : FINE;
}

Code checkPending(Job& job) {
  if (job.request.type < ORDER_TYPE_BUY_LIMIT || job.request.type > ORDER_TYPE_SELL_STOP_LIMIT)
    return TRADE_RETCODE_INVALID_ORDER;
  return firstOf([&] { return checkMarket(job); }, [&] { return checkDirection(job); },
                 [&] { return checkVolume(job); }, [&] { return checkFilling(job); },
                 [&] { return checkPendingPrice(job); }, [&] { return checkExpiration(job); },
                 [&] { return checkLimits(job, true); });
}

Code checkActive(Job& job, const OrderRow* order) {
  if (order == nullptr || isMarketOrder(order->type)) return TRADE_RETCODE_INVALID;
  job.symbol = order->symbol;
  return firstOf([&] { return checkMarket(job); }, [&] { return checkFrozen(*order); });
}

// What a market order left unfilled works on like a pending one, and can be taken away like one.
Code checkRemove(Job& job) {
  const OrderRow* order = findOrder(job.request.order);
  if (order == nullptr || order->state != ORDER_STATE_PARTIAL) return checkActive(job, order);
  job.symbol = order->symbol;
  return checkMarket(job);
}

// The volume and the type of an order stay what they are; the request says only prices and expiration.
Code checkModify(Job& job) {
  const OrderRow* order = findOrder(job.request.order);
  Code code = checkActive(job, order);
  if (code != FINE) return code;
  MqlTradeRequest wanted = job.request;
  wanted.type = static_cast<ENUM_ORDER_TYPE>(order->type);
  if (wanted.stoplimit == 0) wanted.stoplimit = order->stopLimit;
  Job whole{wanted, job.result, job.mishap, job.origin, job.symbol, order->left};
  code = firstOf([&] { return checkPendingPrice(whole); }, [&] { return checkExpiration(whole); });
  if (code != FINE) return code;
  const SymbolRow& spec = job.spec();
  const bool isSame = spec.points(order->price) == spec.points(wanted.price) &&
                      spec.points(order->stop) == spec.points(wanted.sl) &&
                      spec.points(order->target) == spec.points(wanted.tp) &&
                      spec.points(order->stopLimit) == spec.points(wanted.stoplimit) &&
                      order->timeType == wanted.type_time && order->expirationS == wanted.expiration;
  return isSame ? TRADE_RETCODE_NO_CHANGES : FINE;
}

Code checkCloseBy(Job& job) {
  const PositionRow* one = findPosition(job.request.position);
  const PositionRow* other = findPosition(job.request.position_by);
  if (!isHedging()) return TRADE_RETCODE_INVALID_ORDER;
  if (one == nullptr || other == nullptr) return TRADE_RETCODE_POSITION_CLOSED;
  if (one->symbol != other->symbol || one->type == other->type) return TRADE_RETCODE_INVALID;
  job.symbol = one->symbol;
  if ((job.spec().orderModes & SYMBOL_ORDER_CLOSEBY) == 0) return TRADE_RETCODE_INVALID_ORDER;
  return firstOf([&] { return checkMarket(job); }, [&] { return checkFrozen(*one); },
                 [&] { return checkFrozen(*other); });
}

}  // namespace

Code checkRequest(Job& job) {
  if (job.request.action == TRADE_ACTION_DEAL || job.request.action == TRADE_ACTION_PENDING ||
      (job.request.action == TRADE_ACTION_SLTP && job.request.position == 0)) {
    if (const Code code = checkSymbol(job)) return code;
  }
  switch (job.request.action) {
    case TRADE_ACTION_DEAL: return checkDeal(job);
    case TRADE_ACTION_SLTP: return checkSltp(job);
    case TRADE_ACTION_PENDING: return checkPending(job);
    case TRADE_ACTION_MODIFY: return checkModify(job);
    case TRADE_ACTION_REMOVE: return checkRemove(job);
    case TRADE_ACTION_CLOSE_BY: return checkCloseBy(job);
    default: return TRADE_RETCODE_INVALID;
  }
}

}  // namespace mql::server
