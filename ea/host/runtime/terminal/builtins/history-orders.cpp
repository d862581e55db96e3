#include "language/error.hpp"
#include "terminal/client/history.hpp"
#include "terminal/client/selection.hpp"

namespace mql {
namespace {

using server::DealRow;
using server::OrderRow;

const OrderRow* found(uint64_t ticket) {
  terminal::History& all = terminal::history();
  const size_t place = terminal::placeOf(all.orders, all.orderAt, ticket, server::pastOrder);
  if (place == all.orders.size()) return failed(ERR_TRADE_ORDER_NOT_FOUND, nullptr);
  return &server::pastOrder(all.orders[place]);
}

}  // namespace

// By the time of execution, both ends included.
bool HistorySelect(datetime from_date, datetime to_date) {
  const int64_t from = from_date, to = to_date;
  if (from > to) return failed(ERR_INVALID_PARAMETER, false);
  const auto isWithin = [from, to](int64_t ms) { return ms / 1000 >= from && ms / 1000 <= to; };
  terminal::selectOrders([&](const OrderRow& order) { return isWithin(order.doneMs); });
  terminal::selectDeals([&](const DealRow& deal) { return isWithin(deal.timeMs); });
  return true;
}

bool HistorySelectByPosition(uint64_t position_id) {
  terminal::selectOrders([=](const OrderRow& order) { return order.positionId == position_id; });
  terminal::selectDeals([=](const DealRow& deal) { return deal.positionId == position_id; });
  return true;
}

int32_t HistoryOrdersTotal() { return static_cast<int32_t>(terminal::history().orders.size()); }

uint64_t HistoryOrderGetTicket(int32_t index) {
  const auto& orders = terminal::history().orders;
  terminal::history().orderAt = static_cast<size_t>(index);
  if (index < 0 || static_cast<size_t>(index) >= orders.size())
    return failed(ERR_TRADE_ORDER_NOT_FOUND, uint64_t{0});
  return server::pastOrder(orders[static_cast<size_t>(index)]).ticket;
}

bool HistoryOrderSelect(uint64_t ticket) {
  terminal::selectOrders([=](const OrderRow& order) { return order.ticket == ticket; });
  return !terminal::history().orders.empty() || failed(ERR_TRADE_ORDER_NOT_FOUND, false);
}

bool HistoryOrderGetInteger(uint64_t ticket, ENUM_ORDER_PROPERTY_INTEGER property, int64_t& value) {
  const OrderRow* order = found(ticket);
  return order != nullptr && terminal::orderInteger(*order, property, value);
}

int64_t HistoryOrderGetInteger(uint64_t ticket, ENUM_ORDER_PROPERTY_INTEGER property) {
  int64_t value = 0;
  HistoryOrderGetInteger(ticket, property, value);
  return value;
}

bool HistoryOrderGetDouble(uint64_t ticket, ENUM_ORDER_PROPERTY_DOUBLE property, double& value) {
  const OrderRow* order = found(ticket);
  return order != nullptr && terminal::orderDouble(*order, property, value);
}

double HistoryOrderGetDouble(uint64_t ticket, ENUM_ORDER_PROPERTY_DOUBLE property) {
  double value = 0;
  HistoryOrderGetDouble(ticket, property, value);
  return value;
}

bool HistoryOrderGetString(uint64_t ticket, ENUM_ORDER_PROPERTY_STRING property, String& value) {
  const OrderRow* order = found(ticket);
  return order != nullptr && terminal::orderText(*order, property, value);
}

String HistoryOrderGetString(uint64_t ticket, ENUM_ORDER_PROPERTY_STRING property) {
  String value = String::fromUtf8("");
  HistoryOrderGetString(ticket, property, value);
  return value;
}

}  // namespace mql
