#include "language/error.hpp"
#include "terminal/client/selection.hpp"
#include "terminal/terminal.hpp"

namespace mql {
namespace {

using server::OrderRow;

struct Selected {
  bool isAny = false;
  OrderRow row{};
};

Selected& selected() {
  static Selected selected;
  return selected;
}

bool select(const OrderRow* row) {
  if (row == nullptr) return failed(ERR_TRADE_ORDER_NOT_FOUND, false);
  selected() = {true, *row};
  return true;
}

bool isAnySelected() { return selected().isAny || failed(ERR_TRADE_ORDER_NOT_FOUND, false); }

}  // namespace

namespace terminal {
void forgetSelectedOrder() { selected() = Selected{}; }
}  // namespace terminal

int32_t OrdersTotal() { return static_cast<int32_t>(terminal::view().orders.size()); }

uint64_t OrderGetTicket(int32_t index) {
  const auto& orders = terminal::view().orders;
  const bool isThere = index >= 0 && static_cast<size_t>(index) < orders.size();
  return select(isThere ? &orders[static_cast<size_t>(index)] : nullptr) ? selected().row.ticket : 0;
}

bool OrderSelect(uint64_t ticket) {
  for (const OrderRow& row : terminal::view().orders)
    if (row.ticket == ticket) return select(&row);
  return select(nullptr);
}

bool OrderGetInteger(ENUM_ORDER_PROPERTY_INTEGER property, int64_t& value) {
  return isAnySelected() && terminal::orderInteger(selected().row, property, value);
}

int64_t OrderGetInteger(ENUM_ORDER_PROPERTY_INTEGER property) {
  int64_t value = 0;
  OrderGetInteger(property, value);
  return value;
}

bool OrderGetDouble(ENUM_ORDER_PROPERTY_DOUBLE property, double& value) {
  return isAnySelected() && terminal::orderDouble(selected().row, property, value);
}

double OrderGetDouble(ENUM_ORDER_PROPERTY_DOUBLE property) {
  double value = 0;
  OrderGetDouble(property, value);
  return value;
}

bool OrderGetString(ENUM_ORDER_PROPERTY_STRING property, String& value) {
  return isAnySelected() && terminal::orderText(selected().row, property, value);
}

String OrderGetString(ENUM_ORDER_PROPERTY_STRING property) {
  String value = String::fromUtf8("");
  OrderGetString(property, value);
  return value;
}

}  // namespace mql
