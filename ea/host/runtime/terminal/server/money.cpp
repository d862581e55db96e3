#include "terminal/server/money.hpp"

#include <cmath>

#include "generated/builtins.hpp"

namespace mql::server {
namespace {

// The rate of one symbol between two currencies, either way round.
bool directRate(std::string_view from, std::string_view to, Flow flow, double& rate) {
  const Ledger& now = ledger();
  for (int i = 0; i < now.symbolCount; i++) {
    const SymbolRow& spec = now.symbols[i];
    const bool forward = spec.base.view() == from && spec.profit.view() == to;
    const bool backward = spec.base.view() == to && spec.profit.view() == from;
    if ((!forward && !backward) || quote(i).timeMs == 0) continue;
    const bool atBid = (flow == Flow::gain) == forward;
    const double price = atBid ? quote(i).bid : quote(i).ask;
    rate = forward ? price : 1 / price;
    return true;
  }
  return false;
}

bool usesLeverage(const SymbolRow& spec) {
  return spec.calcMode == SYMBOL_CALC_MODE_FOREX || spec.calcMode == SYMBOL_CALC_MODE_CFDLEVERAGE;
}

bool isForex(const SymbolRow& spec) {
  return spec.calcMode == SYMBOL_CALC_MODE_FOREX || spec.calcMode == SYMBOL_CALC_MODE_FOREX_NO_LEVERAGE;
}

}  // namespace

double scale() { return std::pow(10.0, ledger().account.currencyDigits); }

Money moneyOf(double amount) { return std::llround(amount * scale()); }

bool accountRate(std::string_view currency, Flow flow, double& rate) {
  const std::string_view account = ledger().account.currency.view();
  rate = 1;
  if (currency == account || directRate(currency, account, flow, rate)) return true;
  double first, second;
  if (!directRate(currency, "USD", flow, first) || !directRate("USD", account, flow, second)) return false;
  rate = first * second;
  return true;
}

bool profitOf(int symbol, bool isBuy, Lots volume, double open, double close, Money& profit) {
  const SymbolRow& spec = ledger().symbols[symbol];
  // In units of 10^-9, so that 1.10236 - 1.10234 is exactly two points.
  const double difference = std::round((isBuy ? close - open : open - close) * 1e9);
  const double amount = difference * inLots(volume) * spec.contract / 1e9;
  double rate;
  if (!accountRate(spec.profit.view(), amount >= 0 ? Flow::gain : Flow::loss, rate)) return false;
  profit = moneyOf(amount * rate);
  return true;
}

bool marginOf(int symbol, bool isBuy, Lots volume, double price, Money& margin) {
  const SymbolRow& spec = ledger().symbols[symbol];
  const AccountRow& account = ledger().account;
  const TickRow& tick = quote(symbol);
  if (price == 0) price = isBuy ? tick.ask : tick.bid;
  double amount = inLots(volume) * (spec.marginInitial > 0 ? spec.marginInitial : spec.contract);
  amount *= spec.marginRate;
  if (usesLeverage(spec)) amount /= account.leverage;
  std::string_view currency = spec.margin.view();
  const bool isPriced = isForex(spec) && currency != account.currency.view() &&
                        currency == spec.base.view() && spec.profit.view() == account.currency.view();
  if (isPriced || !isForex(spec)) {
    if (price <= 0) return false;
    amount *= price;
    currency = spec.profit.view();
  }
  double rate;
  if (!accountRate(currency, isBuy ? Flow::loss : Flow::gain, rate)) return false;
  margin = moneyOf(amount * rate);
  return true;
}

double tickValue(int symbol, Flow flow) {
  const SymbolRow& spec = ledger().symbols[symbol];
  double rate;
  if (!accountRate(spec.profit.view(), flow, rate)) return 0;
  return spec.contract * spec.tickSize * rate;
}

double closingPrice(const PositionRow& position) {
  const TickRow& tick = quote(position.symbol);
  return position.type == POSITION_TYPE_BUY ? tick.bid : tick.ask;
}

Money floating(const PositionRow& position) {
  const double price = closingPrice(position);
  Money profit = 0;
  if (price <= 0) return 0;
  profitOf(position.symbol, position.type == POSITION_TYPE_BUY, position.volume, position.open, price,
           profit);
  return profit;
}

Totals totals(const PositionRow* positions, int count, Money balance, Money credit) {
  Totals sum{};
  sum.balance = balance;
  sum.credit = credit;
  for (int i = 0; i < count; i++) {
    sum.profit += floating(positions[i]) + positions[i].swap;
    sum.margin += positions[i].margin;
  }
  sum.equity = balance + credit + sum.profit;
  sum.free = sum.equity - sum.margin;
  sum.level = sum.margin == 0 ? 0 : 100.0 * static_cast<double>(sum.equity) / static_cast<double>(sum.margin);
  return sum;
}

Totals totals() {
  const Ledger& now = ledger();
  return totals(now.positions, now.positionCount, now.account.balance, now.account.credit);
}

}  // namespace mql::server
