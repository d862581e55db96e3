// position and order: what somebody else does on the same account, at another terminal.
#include "platform/json-line.hpp"
#include "terminal/client/send.hpp"
#include "terminal/server/server.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

// A filling policy that the symbol allows: a person's terminal offers no other.
ENUM_ORDER_TYPE_FILLING allowedFilling(int symbol) {
  const server::SymbolRow& spec = server::ledger().symbols[symbol];
  if (spec.execution != SYMBOL_TRADE_EXECUTION_MARKET) return ORDER_FILLING_RETURN;
  return (spec.filling & SYMBOL_FILLING_FOK) != 0 ? ORDER_FILLING_FOK : ORDER_FILLING_IOC;
}

MqlTradeRequest dealOf(int symbol, bool isBuy, double lots) {
  MqlTradeRequest request = {};
  request.action = TRADE_ACTION_DEAL;
  request.symbol = server::ledger().symbols[symbol].name.string();
  request.volume = lots;
  request.type = isBuy ? ORDER_TYPE_BUY : ORDER_TYPE_SELL;
  request.type_filling = allowedFilling(symbol);
  request.price = isBuy ? server::quote(symbol).ask : server::quote(symbol).bid;
  return request;
}

Setters detailsOf(MqlTradeRequest& request) {
  return {
      {"price", [&](const Value& value) { request.price = value.number(); }},
      {"sl", [&](const Value& value) { request.sl = value.number(); }},
      {"tp", [&](const Value& value) { request.tp = value.number(); }},
      {"stoplimit", [&](const Value& value) { request.stoplimit = value.number(); }},
      {"magic", [&](const Value& value) { request.magic = static_cast<uint64_t>(value.integer()); }},
      {"comment", [&](const Value& value) { request.comment = String::fromUtf8(value.text); }},
      {"until",
       [&](const Value& value) {
         request.type_time = ORDER_TIME_SPECIFIED;
         request.expiration = value.integer();
       }},
  };
}

void send(const MqlTradeRequest& request) {
  const MqlTradeResult result = sendByHand(request);
  JsonLine()
      .integer("retcode", result.retcode)
      .integer("order", static_cast<int64_t>(result.order))
      .integer("deal", static_cast<int64_t>(result.deal))
      .number("price", result.price)
      .number("volume", result.volume)
      .send();
}

const server::PositionRow& positionOf(control::Words& words) {
  const auto ticket = static_cast<uint64_t>(words.integer("TICKET"));
  const server::PositionRow* position = server::findPosition(ticket);
  if (position == nullptr) control::refuse("there is no position " + std::to_string(ticket));
  return *position;
}

void open(control::Words& words) {
  const int symbol = symbolNamed(words.text("SYMBOL"));
  const bool isBuy = Value{"side", words.text("buy or sell")}.choice({{"sell", 0}, {"buy", 1}}) == 1;
  MqlTradeRequest request = dealOf(symbol, isBuy, words.number("LOTS"));
  applySettings(words, detailsOf(request));
  send(request);
}

void close(control::Words& words) {
  const server::PositionRow& position = positionOf(words);
  const bool isBuy = position.type == POSITION_TYPE_BUY;
  MqlTradeRequest request =
      dealOf(position.symbol, !isBuy, words.numberOr("LOTS", server::inLots(position.volume)));
  request.position = position.ticket;
  send(request);
}

void modify(control::Words& words) {
  const server::PositionRow& position = positionOf(words);
  MqlTradeRequest request = {};
  request.action = TRADE_ACTION_SLTP;
  request.symbol = server::ledger().symbols[position.symbol].name.string();
  request.position = position.ticket;
  request.sl = position.stop;
  request.tp = position.target;
  applySettings(words, detailsOf(request));
  send(request);
}

void closeBy(control::Words& words) {
  MqlTradeRequest request = {};
  request.action = TRADE_ACTION_CLOSE_BY;
  request.position = positionOf(words).ticket;
  request.position_by = positionOf(words).ticket;
  send(request);
}

void place(control::Words& words) {
  const int symbol = symbolNamed(words.text("SYMBOL"));
  const Value type{"type", words.text("TYPE")};
  MqlTradeRequest request = dealOf(symbol, true, 0);
  request.action = TRADE_ACTION_PENDING;
  request.type = static_cast<ENUM_ORDER_TYPE>(type.choice({{"buy-limit", ORDER_TYPE_BUY_LIMIT},
                                                           {"sell-limit", ORDER_TYPE_SELL_LIMIT},
                                                           {"buy-stop", ORDER_TYPE_BUY_STOP},
                                                           {"sell-stop", ORDER_TYPE_SELL_STOP},
                                                           {"buy-stop-limit", ORDER_TYPE_BUY_STOP_LIMIT},
                                                           {"sell-stop-limit", ORDER_TYPE_SELL_STOP_LIMIT}}));
  request.type_filling = ORDER_FILLING_RETURN;
  request.volume = words.number("LOTS");
  request.price = words.number("PRICE");
  applySettings(words, detailsOf(request));
  send(request);
}

void change(control::Words& words) {
  const auto ticket = static_cast<uint64_t>(words.integer("TICKET"));
  const server::OrderRow* order = server::findOrder(ticket);
  if (order == nullptr) control::refuse("there is no order " + std::to_string(ticket));
  MqlTradeRequest request = {};
  request.action = TRADE_ACTION_MODIFY;
  request.order = ticket;
  request.price = order->price;
  request.sl = order->stop;
  request.tp = order->target;
  request.type_time = static_cast<ENUM_ORDER_TYPE_TIME>(order->timeType);
  request.expiration = order->expirationS;
  applySettings(words, detailsOf(request));
  send(request);
}

void remove(control::Words& words) {
  MqlTradeRequest request = {};
  request.action = TRADE_ACTION_REMOVE;
  request.order = static_cast<uint64_t>(words.integer("TICKET"));
  send(request);
}

using Deed = void (*)(control::Words&);

void choose(control::Words& words, const std::map<std::string, Deed>& deeds) {
  const std::string name = words.text("what to do");
  const auto deed = deeds.find(name);
  if (deed == deeds.end()) control::refuse("nobody can do that: " + name);
  deed->second(words);
}

}  // namespace

void registerHandVerbs() {
  control::verb(
      "position",
      [](control::Words& words) {
        choose(words, {{"open", open}, {"close", close}, {"modify", modify}, {"close-by", closeBy}});
      },
      control::When::anytime);
  control::verb(
      "order", [](control::Words& words) { choose(words, {{"place", place}, {"modify", change}, {"remove", remove}}); },
      control::When::anytime);
}

}  // namespace mql::terminal
