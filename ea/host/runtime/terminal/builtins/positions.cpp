#include "language/error.hpp"
#include "terminal/client/selection.hpp"
#include "terminal/server/money.hpp"
#include "terminal/terminal.hpp"

namespace mql {
namespace {

using server::PositionRow;

// A copy: it can still be read when the position is gone.
struct Selected {
  bool isAny = false;
  PositionRow row{};
};

Selected& selected() {
  static Selected selected;
  return selected;
}

bool select(const PositionRow* row) {
  if (row == nullptr) return failed(ERR_TRADE_POSITION_NOT_FOUND, false);
  selected() = {true, *row};
  return true;
}

const PositionRow* at(int32_t index) {
  const auto& positions = terminal::view().positions;
  const bool isThere = index >= 0 && static_cast<size_t>(index) < positions.size();
  return isThere ? &positions[static_cast<size_t>(index)] : nullptr;
}

bool integerOf(const PositionRow& row, ENUM_POSITION_PROPERTY_INTEGER property, int64_t& value) {
  switch (property) {
    case POSITION_TICKET: value = static_cast<int64_t>(row.ticket); return true;
    case POSITION_TIME: value = row.timeMs / 1000; return true;
    case POSITION_TIME_MSC: value = row.timeMs; return true;
    case POSITION_TIME_UPDATE: value = row.updateMs / 1000; return true;
    case POSITION_TIME_UPDATE_MSC: value = row.updateMs; return true;
    case POSITION_TYPE: value = row.type; return true;
    case POSITION_MAGIC: value = static_cast<int64_t>(row.magic); return true;
    case POSITION_IDENTIFIER: value = static_cast<int64_t>(row.identifier); return true;
    case POSITION_REASON: value = row.reason; return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

bool doubleOf(const PositionRow& row, ENUM_POSITION_PROPERTY_DOUBLE property, double& value) {
  switch (property) {
    case POSITION_VOLUME: value = server::inLots(row.volume); return true;
    case POSITION_PRICE_OPEN: value = row.open; return true;
    case POSITION_SL: value = row.stop; return true;
    case POSITION_TP: value = row.target; return true;
    case POSITION_PRICE_CURRENT: value = server::closingPrice(row); return true;
    case POSITION_SWAP: value = server::inMoney(row.swap); return true;
    case POSITION_PROFIT: value = server::inMoney(server::floating(row)); return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

bool textOf(const PositionRow& row, ENUM_POSITION_PROPERTY_STRING property, String& value) {
  switch (property) {
    case POSITION_SYMBOL: value = server::ledger().symbols[row.symbol].name.string(); return true;
    case POSITION_COMMENT: value = row.comment.string(); return true;
    case POSITION_EXTERNAL_ID: value = String::fromUtf8(""); return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

bool isAnySelected() { return selected().isAny || failed(ERR_TRADE_POSITION_NOT_FOUND, false); }

}  // namespace

namespace terminal {
void forgetSelectedPosition() { selected() = Selected{}; }
}  // namespace terminal

int32_t PositionsTotal() { return static_cast<int32_t>(terminal::view().positions.size()); }

uint64_t PositionGetTicket(int32_t index) { return select(at(index)) ? selected().row.ticket : 0; }

String PositionGetSymbol(int32_t index) {
  return select(at(index)) ? PositionGetString(POSITION_SYMBOL) : String::fromUtf8("");
}

// On a hedging account the one with the lowest ticket.
bool PositionSelect(String symbol) {
  const int wanted = server::symbolIndex(symbol.isEmpty() ? terminal::chartSymbol() : symbol.toUtf8());
  const PositionRow* found = nullptr;
  for (const PositionRow& row : terminal::view().positions)
    if (row.symbol == wanted && (found == nullptr || row.ticket < found->ticket)) found = &row;
  return select(found);
}

bool PositionSelectByTicket(uint64_t ticket) {
  for (const PositionRow& row : terminal::view().positions)
    if (row.ticket == ticket) return select(&row);
  return select(nullptr);
}

bool PositionGetInteger(ENUM_POSITION_PROPERTY_INTEGER property, int64_t& value) {
  return isAnySelected() && integerOf(selected().row, property, value);
}

int64_t PositionGetInteger(ENUM_POSITION_PROPERTY_INTEGER property) {
  int64_t value = 0;
  PositionGetInteger(property, value);
  return value;
}

bool PositionGetDouble(ENUM_POSITION_PROPERTY_DOUBLE property, double& value) {
  return isAnySelected() && doubleOf(selected().row, property, value);
}

double PositionGetDouble(ENUM_POSITION_PROPERTY_DOUBLE property) {
  double value = 0;
  PositionGetDouble(property, value);
  return value;
}

bool PositionGetString(ENUM_POSITION_PROPERTY_STRING property, String& value) {
  return isAnySelected() && textOf(selected().row, property, value);
}

String PositionGetString(ENUM_POSITION_PROPERTY_STRING property) {
  String value = String::fromUtf8("");
  PositionGetString(property, value);
  return value;
}

}  // namespace mql
