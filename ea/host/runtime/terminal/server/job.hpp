// One request at the trade server, on its way through checks and execution.
#pragma once
#include "generated/builtins.hpp"
#include "terminal/server/faults.hpp"
#include "terminal/server/ledger.hpp"

namespace mql::server {

// Who wants it. The numbers are those of ENUM_ORDER_REASON and ENUM_DEAL_REASON.
enum class Origin : int32_t {
  client = 0,
  mobile = 1,
  web = 2,
  expert = 3,
  stop = 4,
  target = 5,
  stopOut = 6
};

// What a check or an execution answers: a return code, 0 where it has nothing against the request.
using Code = uint32_t;
constexpr Code FINE = 0;

struct Job {
  const MqlTradeRequest& request;
  MqlTradeResult& result;
  const Mishap& mishap;
  Origin origin;
  int symbol = -1;
  Lots volume = 0;

  const SymbolRow& spec() const { return ledger().symbols[symbol]; }
  bool isBuy() const {
    return request.type == ORDER_TYPE_BUY || request.type == ORDER_TYPE_BUY_LIMIT ||
           request.type == ORDER_TYPE_BUY_STOP || request.type == ORDER_TYPE_BUY_STOP_LIMIT;
  }
};

inline bool isHedging() { return ledger().account.marginMode == ACCOUNT_MARGIN_MODE_RETAIL_HEDGING; }
inline bool isMarketOrder(int type) { return type == ORDER_TYPE_BUY || type == ORDER_TYPE_SELL; }

// The server's clock; it never goes back.
int64_t now();

// The position of a symbol on a netting account.
PositionRow* netPosition(int symbol);

}  // namespace mql::server
