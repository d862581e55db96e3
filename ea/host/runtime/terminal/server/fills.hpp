// Orders and deals as the server writes them down: each step changes the ledger and tells the terminal.
#pragma once
#include "terminal/server/job.hpp"

namespace mql::server {

// An order of the request: active, told, with the next ticket. `positionId` 0 means that it opens one.
OrderRow& startOrder(const Job& job, int state, uint64_t positionId);
// Out of the active orders, into the history.
void finishOrder(OrderRow& order, int state);

struct Fill {
  Lots volume;
  double price;
};

// What an order does to the account at this fill.
struct Effect {
  int entry;  // ENUM_DEAL_ENTRY
  Money profit = 0, swap = 0;
};

// Writes the deal, moves the balance by exactly what it says, and takes the filled volume off the order.
DealRow& writeDeal(OrderRow& order, const Fill& fill, const Effect& effect);

// Fills (part of) an order: opens, adds to, takes from or turns a position, by the account's rules.
DealRow& fillOrder(OrderRow& order, const Fill& fill);
// Closes `fill.volume` of a position by an order.
DealRow& leavePosition(PositionRow& position, OrderRow& order, const Fill& fill, int entry);
// On a netting account: adds to the position, takes from it, or turns it round.
DealRow& netOrder(PositionRow& position, OrderRow& order, const Fill& fill);

// An order of the server itself (stop, target, stop out), filled at once.
void closeByServer(PositionRow& position, Origin origin, double price, const std::string& comment);

}  // namespace mql::server
