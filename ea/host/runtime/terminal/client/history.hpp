// The lists of past orders and deals that the program asked for. HistorySelect… fills both,
// HistoryOrderSelect and HistoryDealSelect one of them.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "terminal/server/ledger.hpp"

namespace mql::terminal {

struct History {
  std::vector<int> orders, deals;  // numbers of the server's rows
  size_t orderAt = 0,
         dealAt = 0;  // the places that were read last: programs read one row's properties in a row
};
History& history();

// The place of the row whose ticket this is, looked for at the last one first; the size of the list when it
// is not there.
template <class RowOf>
size_t placeOf(const std::vector<int>& numbers, size_t& last, uint64_t ticket, RowOf rowOf) {
  if (last < numbers.size() && rowOf(numbers[last]).ticket == ticket) return last;
  size_t place = 0;
  while (place < numbers.size() && rowOf(numbers[place]).ticket != ticket) place++;
  return last = place;
}

using OrderTest = std::function<bool(const server::OrderRow&)>;
using DealTest = std::function<bool(const server::DealRow&)>;
// Everything that passes and of which the terminal has heard.
void selectOrders(const OrderTest& passes);
void selectDeals(const DealTest& passes);

}  // namespace mql::terminal
