#include <algorithm>

#include "language/error.hpp"
#include "terminal/market/bars.hpp"
#include "terminal/market/known-symbol.hpp"
#include "terminal/market/ticks.hpp"
#include "terminal/server/money.hpp"
#include "terminal/terminal.hpp"

namespace mql {
namespace {

using server::SymbolRow;
using server::TickRow;
using terminal::knownSymbol;

int64_t spreadOf(const SymbolRow& spec, const TickRow& tick) {
  return spec.points(tick.ask) - spec.points(tick.bid);
}

bool integerOf(int symbol, ENUM_SYMBOL_INFO_INTEGER property, int64_t& value) {
  const SymbolRow& spec = server::ledger().symbols[symbol];
  const TickRow& tick = terminal::lastTick(symbol);
  switch (property) {
    case SYMBOL_EXIST:
    case SYMBOL_SPREAD_FLOAT: value = 1; return true;
    case SYMBOL_SELECT:
    case SYMBOL_VISIBLE: value = spec.isSelected; return true;
    case SYMBOL_DIGITS: value = spec.digits; return true;
    case SYMBOL_SPREAD: value = spreadOf(spec, tick); return true;
    case SYMBOL_TIME: value = tick.timeMs / 1000; return true;
    case SYMBOL_TIME_MSC: value = tick.timeMs; return true;
    case SYMBOL_VOLUME: value = tick.volume; return true;
    case SYMBOL_TRADE_CALC_MODE: value = spec.calcMode; return true;
    case SYMBOL_TRADE_MODE: value = spec.tradeMode; return true;
    case SYMBOL_TRADE_STOPS_LEVEL: value = spec.stopLevel; return true;
    case SYMBOL_TRADE_FREEZE_LEVEL: value = spec.freezeLevel; return true;
    case SYMBOL_TRADE_EXEMODE: value = spec.execution; return true;
    case SYMBOL_SWAP_MODE: value = spec.swapMode; return true;
    case SYMBOL_SWAP_ROLLOVER3DAYS: value = spec.swapTripleDay; return true;
    case SYMBOL_EXPIRATION_MODE: value = spec.expirationModes; return true;
    case SYMBOL_FILLING_MODE: value = spec.filling; return true;
    case SYMBOL_ORDER_MODE: value = spec.orderModes; return true;
    case SYMBOL_CUSTOM:
    case SYMBOL_CHART_MODE:
    case SYMBOL_TICKS_BOOKDEPTH:
    case SYMBOL_START_TIME:
    case SYMBOL_EXPIRATION_TIME:
    case SYMBOL_MARGIN_HEDGED_USE_LEG:
    case SYMBOL_ORDER_GTC_MODE:
    case SYMBOL_SUBSCRIPTION_DELAY: value = 0; return true;
    default: return failed(ERR_MARKET_WRONG_PROPERTY, false);
  }
}

bool priceOf(int symbol, ENUM_SYMBOL_INFO_DOUBLE property, double& value) {
  const TickRow& tick = terminal::lastTick(symbol);
  const std::vector<MqlRates>& days = terminal::bars::of(symbol, PERIOD_D1);
  switch (property) {
    case SYMBOL_BID: value = tick.bid; return true;
    case SYMBOL_ASK: value = tick.ask; return true;
    case SYMBOL_LAST: value = tick.last; return true;
    case SYMBOL_BIDHIGH: value = days.empty() ? 0 : days.back().high; return true;
    case SYMBOL_BIDLOW: value = days.empty() ? 0 : days.back().low; return true;
    case SYMBOL_SESSION_OPEN: value = days.empty() ? 0 : days.back().open; return true;
    case SYMBOL_SESSION_CLOSE: value = days.size() < 2 ? 0 : days[days.size() - 2].close; return true;
    default: return false;
  }
}

// What a tick is worth at the prices of now; a conversion without a price is worth 0, as in the terminal.
double worthOf(int symbol, bool ofGain) {
  return server::tickValue(symbol, ofGain ? server::Flow::gain : server::Flow::loss);
}

double swapOf(const SymbolRow& spec, int day) {
  if (day == SUNDAY || day == SATURDAY) return 0;
  return spec.swapTripleDay == day ? 3 : 1;
}

bool doubleOf(int symbol, ENUM_SYMBOL_INFO_DOUBLE property, double& value) {
  const SymbolRow& spec = server::ledger().symbols[symbol];
  if (property >= SYMBOL_SWAP_SUNDAY && property <= SYMBOL_SWAP_SATURDAY) {
    value = swapOf(spec, property - SYMBOL_SWAP_SUNDAY);
    return true;
  }
  switch (property) {
    case SYMBOL_POINT: value = spec.point(); return true;
    case SYMBOL_TRADE_TICK_SIZE: value = spec.tickSize; return true;
    case SYMBOL_TRADE_TICK_VALUE:
    case SYMBOL_TRADE_TICK_VALUE_PROFIT: value = worthOf(symbol, true); return true;
    case SYMBOL_TRADE_TICK_VALUE_LOSS: value = worthOf(symbol, false); return true;
    case SYMBOL_TRADE_CONTRACT_SIZE:
    case SYMBOL_MARGIN_HEDGED: value = spec.contract; return true;
    case SYMBOL_VOLUME_MIN: value = server::inLots(spec.lotMin); return true;
    case SYMBOL_VOLUME_MAX: value = server::inLots(spec.lotMax); return true;
    case SYMBOL_VOLUME_STEP: value = server::inLots(spec.lotStep); return true;
    case SYMBOL_VOLUME_LIMIT: value = server::inLots(spec.lotLimit); return true;
    case SYMBOL_SWAP_LONG: value = spec.swapLong; return true;
    case SYMBOL_SWAP_SHORT: value = spec.swapShort; return true;
    case SYMBOL_MARGIN_INITIAL: value = spec.marginInitial; return true;
    case SYMBOL_MARGIN_MAINTENANCE: value = 0; return true;
    default: return priceOf(symbol, property, value) || failed(ERR_MARKET_WRONG_PROPERTY, false);
  }
}

bool textOf(const SymbolRow& spec, ENUM_SYMBOL_INFO_STRING property, String& value) {
  switch (property) {
    case SYMBOL_CURRENCY_BASE: value = spec.base.string(); return true;
    case SYMBOL_CURRENCY_PROFIT: value = spec.profit.string(); return true;
    case SYMBOL_CURRENCY_MARGIN: value = spec.margin.string(); return true;
    case SYMBOL_DESCRIPTION: value = spec.description.string(); return true;
    case SYMBOL_PATH: value = spec.path.string(); return true;
    default: value = String::fromUtf8(""); return true;
  }
}

}  // namespace

bool SymbolInfoInteger(String name, ENUM_SYMBOL_INFO_INTEGER property, int64_t& value) {
  const int symbol = knownSymbol(name);
  return symbol >= 0 && integerOf(symbol, property, value);
}

int64_t SymbolInfoInteger(String name, ENUM_SYMBOL_INFO_INTEGER property) {
  int64_t value = 0;
  SymbolInfoInteger(name, property, value);
  return value;
}

bool SymbolInfoDouble(String name, ENUM_SYMBOL_INFO_DOUBLE property, double& value) {
  const int symbol = knownSymbol(name);
  return symbol >= 0 && doubleOf(symbol, property, value);
}

double SymbolInfoDouble(String name, ENUM_SYMBOL_INFO_DOUBLE property) {
  double value = 0;
  SymbolInfoDouble(name, property, value);
  return value;
}

bool SymbolInfoString(String name, ENUM_SYMBOL_INFO_STRING property, String& value) {
  const int symbol = knownSymbol(name);
  return symbol >= 0 && textOf(server::ledger().symbols[symbol], property, value);
}

String SymbolInfoString(String name, ENUM_SYMBOL_INFO_STRING property) {
  String value = String::fromUtf8("");
  SymbolInfoString(name, property, value);
  return value;
}

}  // namespace mql
