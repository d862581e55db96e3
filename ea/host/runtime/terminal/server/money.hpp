// What things are worth in the account's currency, at the server's own prices.
#pragma once
#include <string_view>

#include "terminal/server/ledger.hpp"

namespace mql::server {

// A gain is sold at the bid, a loss is bought at the ask: both are the worse side for the trader.
enum class Flow { gain, loss };

// Account currency for one unit of `currency`. False when no symbol with a price converts it, directly or
// through the dollar.
bool accountRate(std::string_view currency, Flow flow, double& rate);

bool profitOf(int symbol, bool isBuy, Lots volume, double open, double close, Money& profit);
// `price` 0 takes the market's.
bool marginOf(int symbol, bool isBuy, Lots volume, double price, Money& margin);
// What the smallest change of price is worth for one lot.
double tickValue(int symbol, Flow flow);

double scale();  // smallest units in one of the account's currency
Money moneyOf(double amount);
inline double inMoney(Money money) { return static_cast<double>(money) / scale(); }

// A long is closed at the bid, a short at the ask.
double closingPrice(const PositionRow& position);
// Without swap; 0 while it cannot be valued.
Money floating(const PositionRow& position);

struct Totals {
  Money balance, credit, profit, equity, margin, free;
  double level;  // per cent; 0 without margin
};
Totals totals(const PositionRow* positions, int count, Money balance, Money credit);
Totals totals();

}  // namespace mql::server
