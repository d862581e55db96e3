#include "terminal/server/fills.hpp"

#include "terminal/server/money.hpp"
#include "terminal/server/notices.hpp"

namespace mql::server {
namespace {

// Trade servers cut a comment there.
constexpr size_t LONGEST_COMMENT = 31;

bool isBuying(const OrderRow& order) { return order.type != ORDER_TYPE_CLOSE_BY && order.type % 2 == 0; }

DealRow& openPosition(OrderRow& order, const Fill& fill) {
  PositionRow& position = addPosition();
  position.ticket = position.identifier = order.ticket;
  position.magic = order.magic;
  position.symbol = order.symbol;
  position.type = isBuying(order) ? POSITION_TYPE_BUY : POSITION_TYPE_SELL;
  position.reason = order.reason;
  position.volume = fill.volume;
  position.open = fill.price;
  position.stop = order.stop;
  position.target = order.target;
  position.timeMs = position.updateMs = now();
  position.comment = order.comment;
  marginOf(order.symbol, isBuying(order), fill.volume, fill.price, position.margin);
  order.positionId = position.identifier;
  DealRow& deal = writeDeal(order, fill, {DEAL_ENTRY_IN});
  tellDeal(deal, position, false);
  return deal;
}

Money shareOf(Money money, Lots part, Lots whole) {
  return part == whole ? money : std::llround(static_cast<double>(money) * inLots(part) / inLots(whole));
}

}  // namespace

OrderRow& startOrder(const Job& job, int state, uint64_t positionId) {
  const MqlTradeRequest& request = job.request;
  OrderRow& order = addOrder();
  order.ticket = ledger().account.nextOrder++;
  order.magic = request.magic;
  order.positionId = positionId == 0 ? order.ticket : positionId;
  order.positionById = request.position_by;
  order.symbol = job.symbol;
  order.type = request.action == TRADE_ACTION_CLOSE_BY ? int{ORDER_TYPE_CLOSE_BY} : int{request.type};
  order.state = state;
  order.filling = request.type_filling;
  order.timeType = request.type_time;
  order.expirationS = request.expiration;
  order.reason = static_cast<int>(job.origin);
  order.volume = order.left = job.volume;
  order.price = request.price;
  order.stopLimit = request.stoplimit;
  const bool takesStops =
      request.action == TRADE_ACTION_PENDING || job.spec().entryStops == EntryStops::take;
  if (takesStops && !job.mishap.dropStops) {
    order.stop = request.sl;
    order.target = request.tp;
  }
  order.setupMs = now();
  order.comment.set(String(request.comment.view().substr(0, LONGEST_COMMENT)));
  tellOrder(TRADE_TRANSACTION_ORDER_ADD, order);
  return order;
}

void finishOrder(OrderRow& order, int state) {
  order.state = state;
  order.doneMs = now();
  const OrderRow done = order;
  removeOrder(order);
  addToHistory(done);
  tellOrder(TRADE_TRANSACTION_ORDER_DELETE, done);
  tellOrder(TRADE_TRANSACTION_HISTORY_ADD, done);
}

DealRow& writeDeal(OrderRow& order, const Fill& fill, const Effect& effect) {
  AccountRow& account = ledger().account;
  DealRow& deal = addDeal();
  deal.ticket = account.nextDeal++;
  deal.order = order.ticket;
  deal.positionId = order.positionId;
  deal.magic = order.magic;
  deal.symbol = order.symbol;
  deal.type = isBuying(order) ? DEAL_TYPE_BUY : DEAL_TYPE_SELL;
  deal.entry = effect.entry;
  deal.reason = order.reason;
  deal.volume = fill.volume;
  deal.price = fill.price;
  deal.stop = order.stop;
  deal.target = order.target;
  deal.profit = effect.profit;
  deal.swap = effect.swap;
  deal.commission = -moneyOf(ledger().symbols[order.symbol].commissionPerLot * inLots(fill.volume));
  deal.timeMs = now();
  deal.comment = order.comment;
  account.balance += deal.profit + deal.swap + deal.commission;
  order.left -= fill.volume;
  return deal;
}

DealRow& fillOrder(OrderRow& order, const Fill& fill) {
  if (isHedging() && order.positionId != order.ticket)
    return leavePosition(*findPosition(order.positionId), order, fill, DEAL_ENTRY_OUT);
  PositionRow* held = isHedging() ? findPosition(order.ticket) : netPosition(order.symbol);
  return held == nullptr ? openPosition(order, fill) : netOrder(*held, order, fill);
}

DealRow& leavePosition(PositionRow& position, OrderRow& order, const Fill& fill, int entry) {
  const bool isWhole = fill.volume == position.volume;
  Effect effect{entry};
  profitOf(position.symbol, position.type == POSITION_TYPE_BUY, fill.volume, position.open, fill.price,
           effect.profit);
  effect.swap = shareOf(position.swap, fill.volume, position.volume);
  DealRow& deal = writeDeal(order, fill, effect);
  deal.type = position.type == POSITION_TYPE_BUY ? DEAL_TYPE_SELL : DEAL_TYPE_BUY;
  deal.positionId = position.identifier;
  deal.stop = position.stop;
  deal.target = position.target;
  position.margin -= shareOf(position.margin, fill.volume, position.volume);
  position.swap -= effect.swap;
  position.volume -= fill.volume;
  position.updateMs = now();
  tellDeal(deal, position, isWhole);
  if (isWhole) removePosition(position);
  return deal;
}

void closeByServer(PositionRow& position, Origin origin, double price, const std::string& comment) {
  MqlTradeRequest request = {};
  request.action = TRADE_ACTION_DEAL;
  request.magic = position.magic;
  request.type = position.type == POSITION_TYPE_BUY ? ORDER_TYPE_SELL : ORDER_TYPE_BUY;
  request.type_filling = ORDER_FILLING_FOK;
  request.position = position.ticket;
  request.price = price;
  request.comment = String::fromUtf8(comment);
  MqlTradeResult result = {};
  const Mishap mishap;
  const Job job{request, result, mishap, origin, position.symbol, position.volume};
  OrderRow& order = startOrder(job, ORDER_STATE_STARTED, position.identifier);
  leavePosition(position, order, {position.volume, price}, DEAL_ENTRY_OUT);
  finishOrder(order, ORDER_STATE_FILLED);
}

}  // namespace mql::server
