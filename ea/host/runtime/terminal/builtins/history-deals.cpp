#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "terminal/client/history.hpp"
#include "terminal/server/money.hpp"

namespace mql {
namespace {

using server::DealRow;

const DealRow* found(uint64_t ticket) {
  terminal::History& all = terminal::history();
  const size_t place = terminal::placeOf(all.deals, all.dealAt, ticket, server::deal);
  if (place == all.deals.size()) return failed(ERR_TRADE_DEAL_NOT_FOUND, nullptr);
  return &server::deal(all.deals[place]);
}

bool integerOf(const DealRow& deal, ENUM_DEAL_PROPERTY_INTEGER property, int64_t& value) {
  switch (property) {
    case DEAL_TICKET: value = static_cast<int64_t>(deal.ticket); return true;
    case DEAL_ORDER: value = static_cast<int64_t>(deal.order); return true;
    case DEAL_TIME: value = deal.timeMs / 1000; return true;
    case DEAL_TIME_MSC: value = deal.timeMs; return true;
    case DEAL_TYPE: value = deal.type; return true;
    case DEAL_ENTRY: value = deal.entry; return true;
    case DEAL_MAGIC: value = static_cast<int64_t>(deal.magic); return true;
    case DEAL_REASON: value = deal.reason; return true;
    case DEAL_POSITION_ID: value = static_cast<int64_t>(deal.positionId); return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

bool doubleOf(const DealRow& deal, ENUM_DEAL_PROPERTY_DOUBLE property, double& value) {
  switch (property) {
    case DEAL_VOLUME: value = server::inLots(deal.volume); return true;
    case DEAL_PRICE: value = deal.price; return true;
    case DEAL_COMMISSION: value = server::inMoney(deal.commission); return true;
    case DEAL_SWAP: value = server::inMoney(deal.swap); return true;
    case DEAL_PROFIT: value = server::inMoney(deal.profit); return true;
    case DEAL_FEE: value = 0; return true;
    case DEAL_SL: value = deal.stop; return true;
    case DEAL_TP: value = deal.target; return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

bool textOf(const DealRow& deal, ENUM_DEAL_PROPERTY_STRING property, String& value) {
  switch (property) {
    case DEAL_SYMBOL:
      value = deal.symbol < 0 ? String::fromUtf8("") : server::ledger().symbols[deal.symbol].name.string();
      return true;
    case DEAL_COMMENT: value = deal.comment.string(); return true;
    case DEAL_EXTERNAL_ID: value = String::fromUtf8(""); return true;
    default: return failed(ERR_TRADE_WRONG_PROPERTY, false);
  }
}

}  // namespace

int32_t HistoryDealsTotal() { return static_cast<int32_t>(terminal::history().deals.size()); }

uint64_t HistoryDealGetTicket(int32_t index) {
  const auto& deals = terminal::history().deals;
  terminal::history().dealAt = static_cast<size_t>(index);
  if (index < 0 || static_cast<size_t>(index) >= deals.size())
    return failed(ERR_TRADE_DEAL_NOT_FOUND, uint64_t{0});
  return server::deal(deals[static_cast<size_t>(index)]).ticket;
}

bool HistoryDealSelect(uint64_t ticket) {
  terminal::selectDeals([=](const DealRow& deal) { return deal.ticket == ticket; });
  return !terminal::history().deals.empty() || failed(ERR_TRADE_DEAL_NOT_FOUND, false);
}

bool HistoryDealGetInteger(uint64_t ticket, ENUM_DEAL_PROPERTY_INTEGER property, int64_t& value) {
  const DealRow* deal = found(ticket);
  return deal != nullptr && integerOf(*deal, property, value);
}

int64_t HistoryDealGetInteger(uint64_t ticket, ENUM_DEAL_PROPERTY_INTEGER property) {
  int64_t value = 0;
  HistoryDealGetInteger(ticket, property, value);
  return value;
}

bool HistoryDealGetDouble(uint64_t ticket, ENUM_DEAL_PROPERTY_DOUBLE property, double& value) {
  const DealRow* deal = found(ticket);
  return deal != nullptr && doubleOf(*deal, property, value);
}

double HistoryDealGetDouble(uint64_t ticket, ENUM_DEAL_PROPERTY_DOUBLE property) {
  double value = 0;
  HistoryDealGetDouble(ticket, property, value);
  return value;
}

bool HistoryDealGetString(uint64_t ticket, ENUM_DEAL_PROPERTY_STRING property, String& value) {
  const DealRow* deal = found(ticket);
  return deal != nullptr && textOf(*deal, property, value);
}

String HistoryDealGetString(uint64_t ticket, ENUM_DEAL_PROPERTY_STRING property) {
  String value = String::fromUtf8("");
  HistoryDealGetString(ticket, property, value);
  return value;
}

}  // namespace mql
