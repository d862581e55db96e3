// state [account|positions|orders|deals|history|seen|faults]: what the trade server holds, as one line of
// JSON. line of JSON.
#include "generated/builtins.hpp"
#include "platform/json-line.hpp"
#include "terminal/client/send.hpp"
#include "terminal/server/job.hpp"
#include "terminal/server/money.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

using server::inLots;
using server::inMoney;

int64_t number(uint64_t ticket) { return static_cast<int64_t>(ticket); }

std::string symbolName(int symbol) { return symbol < 0 ? "" : server::ledger().symbols[symbol].name.utf8(); }

std::string accountJson() {
  const server::AccountRow& account = server::ledger().account;
  const server::Totals sum = server::totals();
  JsonLine line;
  line.integer("login", account.login)
      .text("currency", account.currency.view())
      .integer("leverage", account.leverage)
      .text("margining", server::isHedging() ? "hedging" : "netting")
      .number("balance", inMoney(sum.balance))
      .number("credit", inMoney(sum.credit))
      .number("profit", inMoney(sum.profit))
      .number("equity", inMoney(sum.equity))
      .number("margin", inMoney(sum.margin))
      .number("free", inMoney(sum.free))
      .number("level", sum.level)
      .integer("timeMs", server::now());
  return line.object();
}

std::string positionJson(const server::PositionRow& row) {
  JsonLine line;
  line.integer("ticket", number(row.ticket))
      .integer("id", number(row.identifier))
      .text("symbol", symbolName(row.symbol))
      .text("side", row.type == POSITION_TYPE_BUY ? "buy" : "sell")
      .number("lots", inLots(row.volume))
      .number("open", row.open)
      .number("stop", row.stop)
      .number("target", row.target)
      .number("profit", inMoney(server::floating(row)))
      .number("swap", inMoney(row.swap))
      .number("margin", inMoney(row.margin))
      .integer("magic", number(row.magic))
      .integer("reason", row.reason)
      .integer("timeMs", row.timeMs)
      .text("comment", row.comment.view());
  return line.object();
}

std::string orderJson(const server::OrderRow& row) {
  JsonLine line;
  line.integer("ticket", number(row.ticket))
      .integer("position", number(row.positionId))
      .text("symbol", symbolName(row.symbol))
      .integer("type", row.type)
      .integer("state", row.state)
      .number("lots", inLots(row.volume))
      .number("left", inLots(row.left))
      .number("price", row.price)
      .number("stop", row.stop)
      .number("target", row.target)
      .integer("magic", number(row.magic))
      .integer("reason", row.reason)
      .integer("untilS", row.expirationS)
      .integer("setupMs", row.setupMs)
      .integer("doneMs", row.doneMs)
      .text("comment", row.comment.view());
  return line.object();
}

std::string dealJson(const server::DealRow& row) {
  static const char* const entries[] = {"in", "out", "inout", "outby"};
  JsonLine line;
  line.integer("ticket", number(row.ticket))
      .integer("order", number(row.order))
      .integer("position", number(row.positionId))
      .text("symbol", symbolName(row.symbol))
      .integer("type", row.type)
      .text("entry", entries[row.entry])
      .number("lots", inLots(row.volume))
      .number("price", row.price)
      .number("profit", inMoney(row.profit))
      .number("swap", inMoney(row.swap))
      .number("commission", inMoney(row.commission))
      .integer("magic", number(row.magic))
      .integer("reason", row.reason)
      .integer("timeMs", row.timeMs)
      .text("comment", row.comment.view());
  return line.object();
}

template <class RowAt, class Json>
std::string listOf(int count, RowAt rowAt, Json json) {
  std::string list;
  for (int i = 0; i < count; i++) list += (i == 0 ? "" : ",") + json(rowAt(i));
  return "[" + list + "]";
}

// What the terminal knows of: after a timeout it may be less than what is.
std::string seenJson() {
  const View& known = view();
  const auto ticketOf = [](const auto& row) { return std::to_string(row.ticket); };
  JsonLine line;
  line.raw("positions", listOf(
                            static_cast<int>(known.positions.size()),
                            [&](int i) { return known.positions[static_cast<size_t>(i)]; }, ticketOf))
      .raw("orders", listOf(
                         static_cast<int>(known.orders.size()),
                         [&](int i) { return known.orders[static_cast<size_t>(i)]; }, ticketOf))
      .number("balance", inMoney(known.balance));
  return line.object();
}

using Part = std::string (*)();

const std::vector<std::pair<const char*, Part>>& parts() {
  static const std::vector<std::pair<const char*, Part>> all = {
      {"account", accountJson},
      {"positions",
       [] {
         return listOf(
             server::ledger().positionCount, [](int i) { return server::ledger().positions[i]; },
             positionJson);
       }},
      {"orders",
       [] {
         return listOf(
             server::ledger().orderCount, [](int i) { return server::ledger().orders[i]; }, orderJson);
       }},
      {"deals", [] { return listOf(server::ledger().dealCount, server::deal, dealJson); }},
      {"history", [] { return listOf(server::ledger().historyCount, server::pastOrder, orderJson); }},
      {"seen", seenJson},
      {"faults", [] { return std::to_string(server::ledger().faultCount); }},
  };
  return all;
}

void tell(control::Words& words) {
  letTimePass();
  const std::string only = words.textOr("PART", "");
  JsonLine state;
  bool isAny = false;
  for (const auto& [name, part] : parts()) {
    if (!only.empty() && only != name) continue;
    state.raw(name, part());
    isAny = true;
  }
  if (!isAny) control::refuse("the state has no part " + only);
  JsonLine().raw("state", state.object()).send();
}

}  // namespace

void registerStateVerb() { control::verb("state", tell, control::When::anytime); }

}  // namespace mql::terminal
