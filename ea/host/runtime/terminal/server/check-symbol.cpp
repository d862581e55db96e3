#include "platform/clock.hpp"
#include "terminal/server/checks.hpp"
#include "terminal/server/money.hpp"

namespace mql::server {
namespace {

constexpr int64_t DAY_MS = 86'400'000;

bool isInSession(const SymbolRow& spec, int64_t ms) {
  const int day = static_cast<int>((ms / DAY_MS + 4) % 7);  // 1970-01-01 was a Thursday
  const auto second = static_cast<int32_t>(ms % DAY_MS / 1000);
  for (int i = 0; i < spec.sessionCount; i++) {
    const SessionRow& session = spec.sessions[i];
    if (session.isTrade != 0 && session.day == day && second >= session.fromS && second < session.toS)
      return true;
  }
  return false;
}

bool isKnownFilling(int filling) { return filling >= ORDER_FILLING_FOK && filling <= ORDER_FILLING_BOC; }

}  // namespace

int64_t now() {
  AccountRow& account = ledger().account;
  account.lastServerMs = std::max(account.lastServerMs, clock::serverMs());
  return account.lastServerMs;
}

PositionRow* netPosition(int symbol) {
  Ledger& all = ledger();
  for (int i = 0; i < all.positionCount; i++)
    if (all.positions[i].symbol == symbol) return &all.positions[i];
  return nullptr;
}

bool isMarketOpen(int symbol) {
  const SymbolRow& spec = ledger().symbols[symbol];
  return spec.market == Market::open || (spec.market == Market::bySessions && isInSession(spec, now()));
}

Code checkSymbol(Job& job) {
  job.symbol = symbolIndex(job.request.symbol.toUtf8());
  return job.symbol < 0 ? TRADE_RETCODE_INVALID : FINE;
}

Code checkMarket(const Job& job) {
  if (ledger().account.isTradeAllowed == 0) return TRADE_RETCODE_TRADE_DISABLED;
  if (job.spec().tradeMode == SYMBOL_TRADE_MODE_DISABLED) return TRADE_RETCODE_TRADE_DISABLED;
  if (!isMarketOpen(job.symbol)) return TRADE_RETCODE_MARKET_CLOSED;
  return quote(job.symbol).timeMs == 0 ? TRADE_RETCODE_PRICE_OFF : FINE;
}

Code checkDirection(const Job& job) {
  switch (job.spec().tradeMode) {
    case SYMBOL_TRADE_MODE_LONGONLY: return job.isBuy() ? FINE : TRADE_RETCODE_LONG_ONLY;
    case SYMBOL_TRADE_MODE_SHORTONLY: return job.isBuy() ? TRADE_RETCODE_SHORT_ONLY : FINE;
    case SYMBOL_TRADE_MODE_CLOSEONLY: return TRADE_RETCODE_CLOSE_ONLY;
    default: return FINE;
  }
}

Code checkVolume(Job& job) {
  const SymbolRow& spec = job.spec();
  const double lots = job.request.volume;
  if (!std::isfinite(lots) || lots <= 0 || lots > 1e6) return TRADE_RETCODE_INVALID_VOLUME;
  job.volume = lotsOf(lots);
  // A volume between two steps is refused, and so is what only looks like a step: 0.015 lots in steps of
  // 0.01.
  const bool isWhole = job.volume % spec.lotStep == 0;
  return isWhole && job.volume >= spec.lotMin && job.volume <= spec.lotMax ? FINE
                                                                           : TRADE_RETCODE_INVALID_VOLUME;
}

// The reference's table of execution modes and filling policies.
Code checkFilling(const Job& job) {
  const SymbolRow& spec = job.spec();
  const int filling = job.request.type_filling;
  if (!isKnownFilling(filling)) return TRADE_RETCODE_INVALID_FILL;
  const bool isBook = filling == ORDER_FILLING_BOC;
  if (!isMarketOrder(job.request.type)) {
    if (isBook) return (spec.filling & SYMBOL_FILLING_BOC) != 0 ? FINE : TRADE_RETCODE_INVALID_FILL;
    return filling == ORDER_FILLING_RETURN ? FINE : TRADE_RETCODE_INVALID_FILL;
  }
  if (isBook) return TRADE_RETCODE_INVALID_FILL;
  const bool isFree =
      spec.execution == SYMBOL_TRADE_EXECUTION_INSTANT || spec.execution == SYMBOL_TRADE_EXECUTION_REQUEST;
  if (isFree) return FINE;
  if (filling == ORDER_FILLING_RETURN)
    return spec.execution == SYMBOL_TRADE_EXECUTION_MARKET ? TRADE_RETCODE_INVALID_FILL : FINE;
  const int bit = filling == ORDER_FILLING_FOK ? SYMBOL_FILLING_FOK : SYMBOL_FILLING_IOC;
  return (spec.filling & bit) != 0 ? FINE : TRADE_RETCODE_INVALID_FILL;
}

Code checkExpiration(const Job& job) {
  const int type = job.request.type_time;
  if (type < ORDER_TIME_GTC || type > ORDER_TIME_SPECIFIED_DAY) return TRADE_RETCODE_INVALID_EXPIRATION;
  if ((job.spec().expirationModes & (1 << type)) == 0) return TRADE_RETCODE_INVALID_EXPIRATION;
  const bool isDated = type == ORDER_TIME_SPECIFIED || type == ORDER_TIME_SPECIFIED_DAY;
  if (!isDated) return FINE;
  const int64_t until = job.request.expiration;
  const int64_t end = type == ORDER_TIME_SPECIFIED ? until : until / 86'400 * 86'400 + 86'399;
  return end * 1000 > now() ? FINE : TRADE_RETCODE_INVALID_EXPIRATION;
}

}  // namespace mql::server
