// At which price a request is executed, and which prices a request may name.
#pragma once
#include "terminal/server/job.hpp"

namespace mql::server {

// Where the market stands for this request: the ask for a buy.
double marketPrice(const Job& job);
// Where it is filled: the market's price and the slippage of symbol and script.
double fillPrice(const Job& job);
// What fills against the trader by so many points.
double worse(const SymbolRow& spec, bool isBuy, double price, int points);

// Instant and request execution: the named price is a price, and the fill is not further from it than the
// deviation. Market and exchange execution take the market's and do not look at the named one.
Code checkDealPrice(const Job& job);
// A pending order's price is at its side of the market, outside the stop level, and so are its stops from it.
Code checkPendingPrice(const Job& job);

}  // namespace mql::server
