#include "terminal/server/prices.hpp"

#include "terminal/server/checks.hpp"

namespace mql::server {
namespace {

bool takesNamedPrice(const SymbolRow& spec) {
  return spec.execution == SYMBOL_TRADE_EXECUTION_INSTANT || spec.execution == SYMBOL_TRADE_EXECUTION_REQUEST;
}

// +1 when an order of this type waits above the market, -1 below.
int sideOf(int type) {
  switch (type) {
    case ORDER_TYPE_BUY_STOP:
    case ORDER_TYPE_BUY_STOP_LIMIT:
    case ORDER_TYPE_SELL_LIMIT: return 1;
    default: return -1;
  }
}

int modeOf(int type) {
  if (type == ORDER_TYPE_BUY_LIMIT || type == ORDER_TYPE_SELL_LIMIT) return SYMBOL_ORDER_LIMIT;
  if (type == ORDER_TYPE_BUY_STOP || type == ORDER_TYPE_SELL_STOP) return SYMBOL_ORDER_STOP;
  return SYMBOL_ORDER_STOP_LIMIT;
}

}  // namespace

double marketPrice(const Job& job) {
  const TickRow& tick = quote(job.symbol);
  return job.isBuy() ? tick.ask : tick.bid;
}

double worse(const SymbolRow& spec, bool isBuy, double price, int points) {
  return spec.rounded(price + (isBuy ? points : -points) * spec.point());
}

double fillPrice(const Job& job) {
  return worse(job.spec(), job.isBuy(), marketPrice(job), job.spec().slippage + job.mishap.slip);
}

Code checkDealPrice(const Job& job) {
  const SymbolRow& spec = job.spec();
  if (!takesNamedPrice(spec)) return FINE;
  if (const Code code = checkPriceGrid(spec, job.request.price)) return code;
  const int64_t away = spec.points(fillPrice(job)) - spec.points(job.request.price);
  const int64_t against = job.isBuy() ? away : -away;
  return against > static_cast<int64_t>(job.request.deviation) ? TRADE_RETCODE_REQUOTE : FINE;
}

Code checkPendingPrice(const Job& job) {
  const SymbolRow& spec = job.spec();
  const MqlTradeRequest& request = job.request;
  if ((spec.orderModes & modeOf(request.type)) == 0) return TRADE_RETCODE_INVALID_ORDER;
  if (const Code code = checkPriceGrid(spec, request.price)) return code;
  const int64_t away = sideOf(request.type) * (spec.points(request.price) - spec.points(marketPrice(job)));
  if (away < std::max(1, spec.stopLevel)) return TRADE_RETCODE_INVALID_PRICE;
  double from = request.price;
  if (modeOf(request.type) == SYMBOL_ORDER_STOP_LIMIT) {
    if (const Code code = checkPriceGrid(spec, request.stoplimit)) return code;
    const int64_t below = spec.points(request.price) - spec.points(request.stoplimit);
    if ((job.isBuy() ? below : -below) < std::max(1, spec.stopLevel)) return TRADE_RETCODE_INVALID_PRICE;
    from = request.stoplimit;
  }
  return checkStops(spec, job.isBuy(), from, request.sl, request.tp);
}

}  // namespace mql::server
