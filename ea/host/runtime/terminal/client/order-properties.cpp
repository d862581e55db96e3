#include "language/error.hpp"
#include "terminal/client/selection.hpp"
#include "terminal/market/ticks.hpp"
#include "terminal/server/ledger.hpp"

namespace mql::terminal {

bool orderInteger(const server::OrderRow& order, ENUM_ORDER_PROPERTY_INTEGER property, int64_t& value) {
  switch (property) {
    case ORDER_TICKET: value = static_cast<int64_t>(order.ticket); return true;
    case ORDER_TIME_SETUP: value = order.setupMs / 1000; return true;
    case ORDER_TIME_SETUP_MSC: value = order.setupMs; return true;
    case ORDER_TIME_DONE: value = order.doneMs / 1000; return true;
    case ORDER_TIME_DONE_MSC: value = order.doneMs; return true;
    case ORDER_TIME_EXPIRATION: value = order.expirationS; return true;
    case ORDER_TYPE: value = order.type; return true;
    case ORDER_STATE: value = order.state; return true;
    case ORDER_TYPE_FILLING: value = order.filling; return true;
    case ORDER_TYPE_TIME: value = order.timeType; return true;
    case ORDER_MAGIC: value = static_cast<int64_t>(order.magic); return true;
    case ORDER_REASON: value = order.reason; return true;
    case ORDER_POSITION_ID: value = static_cast<int64_t>(order.positionId); return true;
    case ORDER_POSITION_BY_ID: value = static_cast<int64_t>(order.positionById); return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

bool orderDouble(const server::OrderRow& order, ENUM_ORDER_PROPERTY_DOUBLE property, double& value) {
  const server::TickRow& tick = lastTick(order.symbol);
  switch (property) {
    case ORDER_VOLUME_INITIAL: value = server::inLots(order.volume); return true;
    case ORDER_VOLUME_CURRENT: value = server::inLots(order.left); return true;
    case ORDER_PRICE_OPEN: value = order.price; return true;
    case ORDER_SL: value = order.stop; return true;
    case ORDER_TP: value = order.target; return true;
    case ORDER_PRICE_CURRENT: value = order.type % 2 == 0 ? tick.ask : tick.bid; return true;
    case ORDER_PRICE_STOPLIMIT: value = order.stopLimit; return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

bool orderText(const server::OrderRow& order, ENUM_ORDER_PROPERTY_STRING property, String& value) {
  switch (property) {
    case ORDER_SYMBOL: value = server::ledger().symbols[order.symbol].name.string(); return true;
    case ORDER_COMMENT: value = order.comment.string(); return true;
    case ORDER_EXTERNAL_ID: value = String::fromUtf8(""); return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

}  // namespace mql::terminal
