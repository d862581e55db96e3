// What the trade server checks before it executes a request. A check answers a return code, or FINE.
#pragma once
#include "terminal/server/job.hpp"

namespace mql::server {

// The whole check of a request, as OrderCheck and the server make it. Fills the job's symbol and volume.
Code checkRequest(Job& job);

Code checkSymbol(Job& job);
// Trading is on for the symbol, its market is open, and it has a price.
Code checkMarket(const Job& job);
// Long only, short only, close only.
Code checkDirection(const Job& job);
Code checkVolume(Job& job);
Code checkFilling(const Job& job);
// `from` is the price that closes: stop and target lie at their side of it and outside the stop level. 0 is
// none.
Code checkStops(const SymbolRow& spec, bool isBuy, double from, double stop, double target);
Code checkPriceGrid(const SymbolRow& spec, double price);
Code checkFrozen(const PositionRow& position);
Code checkFrozen(const OrderRow& order);
Code checkExpiration(const Job& job);
// The account's limits on positions, orders and volume.
Code checkLimits(const Job& job, bool isPending);
// The money for `volume` more at `price`, when `freed` comes back and the deal itself costs `loss`.
Code checkMoney(const Job& job, Lots volume, double price, Money freed);

bool isMarketOpen(int symbol);

}  // namespace mql::server
