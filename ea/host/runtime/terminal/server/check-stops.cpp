#include "terminal/server/checks.hpp"
#include "terminal/server/money.hpp"

namespace mql::server {
namespace {

bool isOnGrid(const SymbolRow& spec, double price) {
  const double steps = price / spec.tickSize;
  return std::fabs(steps - std::round(steps)) < 1e-6;
}

bool isFar(const SymbolRow& spec, double from, double to, bool upward) {
  const int64_t distance = spec.points(to) - spec.points(from);
  return (upward ? distance : -distance) >= std::max(1, spec.stopLevel);
}

bool isNear(const SymbolRow& spec, double price, double level) {
  return level > 0 && std::llabs(spec.points(price) - spec.points(level)) < spec.freezeLevel;
}

}  // namespace

Code checkPriceGrid(const SymbolRow& spec, double price) {
  return std::isfinite(price) && price > 0 && isOnGrid(spec, price) ? FINE : TRADE_RETCODE_INVALID_PRICE;
}

Code checkStops(const SymbolRow& spec, bool isBuy, double from, double stop, double target) {
  const auto isSound = [&](double level, bool upward) {
    return level == 0 || (checkPriceGrid(spec, level) == FINE && isFar(spec, from, level, upward));
  };
  if (stop != 0 && (spec.orderModes & SYMBOL_ORDER_SL) == 0) return TRADE_RETCODE_INVALID_STOPS;
  if (target != 0 && (spec.orderModes & SYMBOL_ORDER_TP) == 0) return TRADE_RETCODE_INVALID_STOPS;
  return isSound(stop, !isBuy) && isSound(target, isBuy) ? FINE : TRADE_RETCODE_INVALID_STOPS;
}

Code checkFrozen(const PositionRow& position) {
  const SymbolRow& spec = ledger().symbols[position.symbol];
  const double price = closingPrice(position);
  const bool isFrozen = isNear(spec, price, position.stop) || isNear(spec, price, position.target);
  return isFrozen ? TRADE_RETCODE_FROZEN : FINE;
}

Code checkFrozen(const OrderRow& order) {
  const SymbolRow& spec = ledger().symbols[order.symbol];
  const bool isBuy = order.type % 2 == 0;
  const double price = isBuy ? quote(order.symbol).ask : quote(order.symbol).bid;
  return isNear(spec, price, order.price) ? TRADE_RETCODE_FROZEN : FINE;
}

}  // namespace mql::server
