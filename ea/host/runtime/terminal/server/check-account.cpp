#include "terminal/server/checks.hpp"
#include "terminal/server/money.hpp"

namespace mql::server {
namespace {

Lots volumeOnSide(int symbol, bool isBuy) {
  const Ledger& all = ledger();
  Lots sum = 0;
  for (int i = 0; i < all.positionCount; i++) {
    const PositionRow& position = all.positions[i];
    if (position.symbol == symbol && (position.type == POSITION_TYPE_BUY) == isBuy) sum += position.volume;
  }
  for (int i = 0; i < all.orderCount; i++)
    if (all.orders[i].symbol == symbol && (all.orders[i].type % 2 == 0) == isBuy) sum += all.orders[i].left;
  return sum;
}

bool isFull(bool isPending, int symbol) {
  const Ledger& all = ledger();
  const int limit = all.account.positionLimit;
  if (limit == 0) return false;
  if (isHedging()) return all.positionCount + all.orderCount >= limit;
  return !isPending && netPosition(symbol) == nullptr && all.positionCount >= limit;
}

bool hasOpposite(int symbol, bool isBuy) {
  const Ledger& all = ledger();
  for (int i = 0; i < all.positionCount; i++)
    if (all.positions[i].symbol == symbol && (all.positions[i].type == POSITION_TYPE_BUY) != isBuy)
      return true;
  return false;
}

}  // namespace

Code checkLimits(const Job& job, bool isPending) {
  const AccountRow& account = ledger().account;
  const SymbolRow& spec = job.spec();
  if (isHedging() && account.isHedgeForbidden != 0 && hasOpposite(job.symbol, job.isBuy()))
    return TRADE_RETCODE_HEDGE_PROHIBITED;
  if (isPending && account.pendingLimit > 0 && ledger().orderCount >= account.pendingLimit)
    return TRADE_RETCODE_LIMIT_ORDERS;
  if (isFull(isPending, job.symbol)) return TRADE_RETCODE_LIMIT_POSITIONS;
  if (spec.lotLimit > 0 && volumeOnSide(job.symbol, job.isBuy()) + job.volume > spec.lotLimit)
    return TRADE_RETCODE_LIMIT_VOLUME;
  return FINE;
}

Code checkMoney(const Job& job, Lots volume, double price, Money freed) {
  Money margin = 0;
  if (volume > 0 && !marginOf(job.symbol, job.isBuy(), volume, price, margin)) return TRADE_RETCODE_PRICE_OFF;
  const Money commission = moneyOf(job.spec().commissionPerLot * inLots(job.volume));
  return margin + commission <= totals().free + freed ? FINE : TRADE_RETCODE_NO_MONEY;
}

}  // namespace mql::server
