// The lists of past orders and deals that the program asked for. HistorySelect… fills both, HistoryOrderSelect and HistoryDealSelect one of them.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "terminal/server/ledger.hpp"

namespace mql::terminal {

struct History {
  std::vector<int> orders, deals;  // numbers of the server's rows
};
History& history();

using OrderTest = std::function<bool(const server::OrderRow&)>;
using DealTest = std::function<bool(const server::DealRow&)>;
// Everything that passes and of which the terminal has heard.
void selectOrders(const OrderTest& passes);
void selectDeals(const DealTest& passes);

}  // namespace mql::terminal
