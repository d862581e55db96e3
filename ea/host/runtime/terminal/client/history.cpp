#include "terminal/client/history.hpp"

#include "terminal/client/selection.hpp"
#include "terminal/terminal.hpp"

namespace mql::terminal {

History& history() {
  static History history;
  return history;
}

void forgetHistory() { history() = History{}; }

void selectOrders(const OrderTest& passes) {
  history().orders.clear();
  for (int i = 0; i < server::ledger().historyCount; i++) {
    const server::OrderRow& order = server::pastOrder(i);
    if (isKnownPastOrder(order.ticket) && passes(order)) history().orders.push_back(i);
  }
}

void selectDeals(const DealTest& passes) {
  history().deals.clear();
  for (int i = 0; i < server::ledger().dealCount; i++) {
    const server::DealRow& deal = server::deal(i);
    if (isKnownDeal(deal.ticket) && passes(deal)) history().deals.push_back(i);
  }
}

}  // namespace mql::terminal
