#include "generated/builtins.hpp"
#include "terminal/server/ledger.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

using server::lotsOf;
using server::SymbolRow;

constexpr int ALL_ORDERS = 127;
constexpr int ALL_EXPIRATIONS = 15;
constexpr int32_t DAY_S = 86'400;

void openAlways(SymbolRow& row) {
  row.sessionCount = 0;
  for (int day = SUNDAY; day <= SATURDAY; day++) {
    row.sessions[row.sessionCount++] = {day, 0, DAY_S, 0};
    row.sessions[row.sessionCount++] = {day, 0, DAY_S, 1};
  }
}

// Base and profit currency by the first six letters of the name, as most brokers have it; a suffix may
// follow.
SymbolRow usualSymbol(const std::string& name) {
  SymbolRow row{};
  row.name.set(name);
  row.path.set("Forex\\" + name);
  row.description.set(name);
  row.base.set(std::string_view(name).substr(0, 3));
  row.margin = row.base;
  if (name.size() >= 6) row.profit.set(std::string_view(name).substr(3, 3));
  row.digits = row.profit.view() == "JPY" ? 3 : 5;
  row.contract = 100'000;
  row.lotMin = row.lotStep = lotsOf(0.01);
  row.lotMax = lotsOf(100);
  row.execution = SYMBOL_TRADE_EXECUTION_MARKET;
  row.filling = SYMBOL_FILLING_FOK | SYMBOL_FILLING_IOC;
  row.orderModes = ALL_ORDERS;
  row.expirationModes = ALL_EXPIRATIONS;
  row.tradeMode = SYMBOL_TRADE_MODE_FULL;
  row.calcMode = SYMBOL_CALC_MODE_FOREX;
  row.swapMode = SYMBOL_SWAP_MODE_POINTS;
  row.swapTripleDay = WEDNESDAY;
  row.marginRate = 1;
  row.isSelected = 1;
  openAlways(row);
  return row;
}

Setters contractOf(SymbolRow& row) {
  return {
      {"base", [&](const Value& value) { row.base.set(value.text); }},
      {"profit", [&](const Value& value) { row.profit.set(value.text); }},
      {"margin", [&](const Value& value) { row.margin.set(value.text); }},
      {"description", [&](const Value& value) { row.description.set(value.text); }},
      {"path", [&](const Value& value) { row.path.set(value.text); }},
      {"digits", [&](const Value& value) { row.digits = static_cast<int32_t>(value.integer()); }},
      {"ticksize", [&](const Value& value) { row.tickSize = value.number(); }},
      {"contract", [&](const Value& value) { row.contract = value.number(); }},
      {"lotmin", [&](const Value& value) { row.lotMin = lotsOf(value.number()); }},
      {"lotmax", [&](const Value& value) { row.lotMax = lotsOf(value.number()); }},
      {"lotstep", [&](const Value& value) { row.lotStep = lotsOf(value.number()); }},
      {"lotlimit", [&](const Value& value) { row.lotLimit = lotsOf(value.number()); }},
      {"calc",
       [&](const Value& value) {
         row.calcMode = value.choice({{"forex", SYMBOL_CALC_MODE_FOREX},
                                      {"forex-no-leverage", SYMBOL_CALC_MODE_FOREX_NO_LEVERAGE},
                                      {"cfd", SYMBOL_CALC_MODE_CFD},
                                      {"cfd-leverage", SYMBOL_CALC_MODE_CFDLEVERAGE}});
       }},
      {"marginrate", [&](const Value& value) { row.marginRate = value.number(); }},
      {"margininitial", [&](const Value& value) { row.marginInitial = value.number(); }},
      {"selected", [&](const Value& value) { row.isSelected = value.onOff(); }},
  };
}

Setters rulesOf(SymbolRow& row) {
  return {
      {"stops", [&](const Value& value) { row.stopLevel = static_cast<int32_t>(value.integer()); }},
      {"freeze", [&](const Value& value) { row.freezeLevel = static_cast<int32_t>(value.integer()); }},
      {"execution",
       [&](const Value& value) {
         row.execution = value.choice({{"request", SYMBOL_TRADE_EXECUTION_REQUEST},
                                       {"instant", SYMBOL_TRADE_EXECUTION_INSTANT},
                                       {"market", SYMBOL_TRADE_EXECUTION_MARKET},
                                       {"exchange", SYMBOL_TRADE_EXECUTION_EXCHANGE}});
       }},
      {"filling",
       [&](const Value& value) {
         row.filling = value.flags(
             {{"fok", SYMBOL_FILLING_FOK}, {"ioc", SYMBOL_FILLING_IOC}, {"boc", SYMBOL_FILLING_BOC}});
       }},
      {"orders",
       [&](const Value& value) {
         row.orderModes = value.flags({{"market", SYMBOL_ORDER_MARKET},
                                       {"limit", SYMBOL_ORDER_LIMIT},
                                       {"stop", SYMBOL_ORDER_STOP},
                                       {"stop-limit", SYMBOL_ORDER_STOP_LIMIT},
                                       {"sl", SYMBOL_ORDER_SL},
                                       {"tp", SYMBOL_ORDER_TP},
                                       {"close-by", SYMBOL_ORDER_CLOSEBY},
                                       {"all", ALL_ORDERS}});
       }},
      {"expirations",
       [&](const Value& value) {
         row.expirationModes = value.flags({{"gtc", SYMBOL_EXPIRATION_GTC},
                                            {"day", SYMBOL_EXPIRATION_DAY},
                                            {"specified", SYMBOL_EXPIRATION_SPECIFIED},
                                            {"specified-day", SYMBOL_EXPIRATION_SPECIFIED_DAY}});
       }},
      {"mode",
       [&](const Value& value) {
         row.tradeMode = value.choice({{"disabled", SYMBOL_TRADE_MODE_DISABLED},
                                       {"long-only", SYMBOL_TRADE_MODE_LONGONLY},
                                       {"short-only", SYMBOL_TRADE_MODE_SHORTONLY},
                                       {"close-only", SYMBOL_TRADE_MODE_CLOSEONLY},
                                       {"full", SYMBOL_TRADE_MODE_FULL}});
       }},
      {"entrystops",
       [&](const Value& value) {
         row.entryStops =
             static_cast<server::EntryStops>(value.choice({{"take", 0}, {"refuse", 1}, {"drop", 2}}));
       }},
  };
}

Setters costsOf(SymbolRow& row) {
  return {
      {"depth", [&](const Value& value) { row.depth = lotsOf(value.number()); }},
      {"slippage", [&](const Value& value) { row.slippage = static_cast<int32_t>(value.integer()); }},
      {"commission", [&](const Value& value) { row.commissionPerLot = value.number(); }},
      {"swaplong", [&](const Value& value) { row.swapLong = value.number(); }},
      {"swapshort", [&](const Value& value) { row.swapShort = value.number(); }},
      {"swapday", [&](const Value& value) { row.swapTripleDay = static_cast<int32_t>(value.integer()); }},
      {"swapmode",
       [&](const Value& value) {
         row.swapMode = value.choice({{"disabled", SYMBOL_SWAP_MODE_DISABLED},
                                      {"points", SYMBOL_SWAP_MODE_POINTS},
                                      {"base", SYMBOL_SWAP_MODE_CURRENCY_SYMBOL},
                                      {"margin", SYMBOL_SWAP_MODE_CURRENCY_MARGIN},
                                      {"deposit", SYMBOL_SWAP_MODE_CURRENCY_DEPOSIT},
                                      {"profit", SYMBOL_SWAP_MODE_CURRENCY_PROFIT}});
       }},
  };
}

void refuseNonsense(const SymbolRow& row) {
  if (row.base.isEmpty() || row.profit.isEmpty()) control::refuse("the symbol needs base= and profit=");
  if (row.digits < 0 || row.digits > 8) control::refuse("digits is 0 to 8");
  if (row.contract <= 0 || row.tickSize <= 0) control::refuse("contract and ticksize are above zero");
  if (row.lotStep <= 0 || row.lotMin <= 0 || row.lotMax < row.lotMin)
    control::refuse("these lots allow no volume");
}

// The first setting of a name makes the symbol, later ones change it.
void symbol(control::Words& words) {
  server::Ledger& all = server::ledger();
  const std::string name = words.text("NAME");
  const int known = server::symbolIndex(name);
  if (known < 0 && all.symbolCount == server::MAX_SYMBOLS) control::refuse("there is room for 64 symbols");
  SymbolRow row = known < 0 ? usualSymbol(name) : all.symbols[known];
  const bool hadUsualTick = known < 0 || row.tickSize == row.point();
  const double formerTick = row.tickSize;
  Setters setters = contractOf(row);
  setters.merge(rulesOf(row));
  setters.merge(costsOf(row));
  applySettings(words, setters);
  if (hadUsualTick && row.tickSize == formerTick) row.tickSize = row.point();
  refuseNonsense(row);
  all.symbols[known < 0 ? all.symbolCount++ : known] = row;
  server::commit();
}

}  // namespace

void registerSymbolVerb() { control::verb("symbol", symbol, control::When::anytime); }

}  // namespace mql::terminal
