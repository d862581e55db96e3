// What the trade server tells the terminal of: one notice for each trade transaction, with the rows as they
// are after it.
#pragma once
#include <vector>

#include "generated/builtins.hpp"
#include "terminal/server/ledger.hpp"

namespace mql::server {

struct Notice {
  uint64_t number = 0;  // counts what the server told; rows of a lower number are older
  MqlTradeTransaction transaction;
  MqlTradeRequest request;  // of TRADE_TRANSACTION_REQUEST only
  MqlTradeResult result;
  OrderRow order;        // of the order transactions
  PositionRow position;  // of a deal and of TRADE_TRANSACTION_POSITION
  bool isPositionGone = false;
  Money balance = 0;
};

void tellOrder(ENUM_TRADE_TRANSACTION_TYPE type, const OrderRow& order);
void tellDeal(const DealRow& deal, const PositionRow& position, bool isGone);
void tellPosition(const PositionRow& position);
void tellRequest(const MqlTradeRequest& request, const MqlTradeResult& result);

bool hasNotices();
// Everything told since the last call, in the order in which the terminal is to hear it.
std::vector<Notice> takeNotices();

}  // namespace mql::server
