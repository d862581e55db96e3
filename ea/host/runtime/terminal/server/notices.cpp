#include "terminal/server/notices.hpp"

#include <algorithm>

#include "platform/platform.hpp"
#include "terminal/server/money.hpp"

namespace mql::server {
namespace {

std::vector<Notice>& untold() {
  static std::vector<Notice> notices;
  return notices;
}

Notice& add(ENUM_TRADE_TRANSACTION_TYPE type, int symbol) {
  static uint64_t told = 0;
  Notice& notice = untold().emplace_back();
  notice.number = ++told;
  notice.transaction = {};
  notice.request = {};
  notice.result = {};
  notice.transaction.type = type;
  if (symbol >= 0) notice.transaction.symbol = ledger().symbols[symbol].name.string();
  notice.balance = ledger().account.balance;
  return notice;
}

bool isMarket(int type) {
  return type == ORDER_TYPE_BUY || type == ORDER_TYPE_SELL || type == ORDER_TYPE_CLOSE_BY;
}

// Live terminals tell order, deal, end of the order, request. The reference promises no order at all, so a
// test may choose.
int rank(const Notice& notice, Telling telling) {
  const auto type = notice.transaction.type;
  if (type == TRADE_TRANSACTION_REQUEST) return telling == Telling::requestFirst ? -1 : 9;
  if (telling == Telling::dealLast && type == TRADE_TRANSACTION_DEAL_ADD) return 5;
  return 0;
}

void shuffle(std::vector<Notice>& notices) {
  for (size_t left = notices.size(); left > 1; left--)
    std::swap(notices[left - 1], notices[randomBits() % left]);
}

}  // namespace

void tellOrder(ENUM_TRADE_TRANSACTION_TYPE type, const OrderRow& order) {
  Notice& notice = add(type, order.symbol);
  notice.order = order;
  MqlTradeTransaction& told = notice.transaction;
  told.order = order.ticket;
  told.order_type = static_cast<ENUM_ORDER_TYPE>(order.type);
  told.order_state = static_cast<ENUM_ORDER_STATE>(order.state);
  told.time_type = static_cast<ENUM_ORDER_TYPE_TIME>(order.timeType);
  told.time_expiration = order.expirationS;
  told.price = order.price;
  told.price_trigger = order.stopLimit;
  told.price_sl = order.stop;
  told.price_tp = order.target;
  told.volume = inLots(order.left);
  const bool isOpening = type == TRADE_TRANSACTION_ORDER_ADD && order.positionId == order.ticket;
  if (!isOpening && (isMarket(order.type) || order.state == ORDER_STATE_FILLED))
    told.position = order.positionId;
  told.position_by = order.positionById;
}

void tellDeal(const DealRow& deal, const PositionRow& position, bool isGone) {
  Notice& notice = add(TRADE_TRANSACTION_DEAL_ADD, deal.symbol);
  notice.position = position;
  notice.isPositionGone = isGone;
  MqlTradeTransaction& told = notice.transaction;
  told.deal = deal.ticket;
  told.order = deal.order;
  told.deal_type = static_cast<ENUM_DEAL_TYPE>(deal.type);
  told.price = deal.price;
  told.price_sl = deal.stop;
  told.price_tp = deal.target;
  told.volume = inLots(deal.volume);
  told.position = deal.positionId;
}

void tellPosition(const PositionRow& position) {
  Notice& notice = add(TRADE_TRANSACTION_POSITION, position.symbol);
  notice.position = position;
  MqlTradeTransaction& told = notice.transaction;
  told.deal_type = position.type == POSITION_TYPE_BUY ? DEAL_TYPE_BUY : DEAL_TYPE_SELL;
  told.price = position.open;
  told.price_sl = position.stop;
  told.price_tp = position.target;
  told.volume = inLots(position.volume);
  told.position = position.ticket;
}

void tellRequest(const MqlTradeRequest& request, const MqlTradeResult& result) {
  Notice& notice = add(TRADE_TRANSACTION_REQUEST, -1);
  notice.request = request;
  notice.result = result;
}

bool hasNotices() { return !untold().empty(); }

std::vector<Notice> takeNotices() {
  std::vector<Notice> notices;
  notices.swap(untold());
  const Telling telling = ledger().telling;
  std::stable_sort(notices.begin(), notices.end(), [telling](const Notice& a, const Notice& b) {
    return rank(a, telling) < rank(b, telling);
  });
  if (telling == Telling::shuffled) shuffle(notices);
  return notices;
}

}  // namespace mql::server
