#include "terminal/client/send.hpp"

#include "language/error.hpp"
#include "platform/events.hpp"
#include "platform/life.hpp"
#include "platform/platform.hpp"
#include "platform/terminal-state.hpp"
#include "terminal/client/line.hpp"
#include "terminal/server/server.hpp"

namespace mql {
namespace {

using server::Executed;
using server::Mishap;
using server::Origin;

uint32_t lastRequestId = 0;

uint32_t nextRequestId() { return ++lastRequestId; }

// What the terminal refuses itself: nothing is sent, and no transaction follows.
uint32_t refusal() {
  if (!terminal::isConnected()) return TRADE_RETCODE_CONNECTION;
  if (!terminalState().autoTrading || !terminalState().programTrading)
    return TRADE_RETCODE_CLIENT_DISABLES_AT;
  return 0;
}

// The server does it and tells; the answer goes into `result`.
void perform(const MqlTradeRequest& request, const Mishap& mishap, MqlTradeResult& result) {
  terminal::rememberView();
  server::handle(request, Origin::expert, mishap, result);
  MqlTradeRequest told = request;
  told.order = result.order != 0 ? result.order : request.order;
  server::tellRequest(told, result);
  terminal::hear(server::takeNotices(), mishap.tellMs);
}

void performLater(const MqlTradeRequest& request, const Mishap& mishap, uint32_t requestId, int64_t afterMs) {
  events::at(platform().steadyMs() + afterMs, [request, mishap, requestId] {
    MqlTradeResult result = {};
    result.request_id = requestId;
    perform(request, mishap, result);
  });
}

void answerTimeout(MqlTradeResult& result) {
  const uint32_t requestId = result.request_id;
  result = {};
  result.request_id = requestId;
  result.retcode = TRADE_RETCODE_TIMEOUT;
  result.comment = String::fromUtf8(server::retcodeText(TRADE_RETCODE_TIMEOUT));
}

bool refused(uint32_t code, MqlTradeResult& result) {
  result.retcode = code;
  result.comment = String::fromUtf8(server::retcodeText(code));
  return failed(ERR_TRADE_SEND_FAILED, false);
}

}  // namespace

bool OrderSend(MqlTradeRequest& request, MqlTradeResult& result) {
  result = {};
  result.request_id = nextRequestId();
  if (const uint32_t code = refusal()) return refused(code, result);
  life::point("order.send", "before");
  const Mishap mishap = server::nextMishap(request);
  const int64_t latencyMs = server::ledger().latencyMs + mishap.latencyMs;
  events::wait(latencyMs / 2);
  if (!mishap.isTimeout || mishap.executed == Executed::atOnce) perform(request, mishap, result);
  if (mishap.isTimeout && mishap.executed == Executed::later)
    performLater(request, mishap, result.request_id, latencyMs - latencyMs / 2 + mishap.lateMs);
  life::point("order.send", "after");
  events::wait(latencyMs - latencyMs / 2);
  if (mishap.isTimeout) answerTimeout(result);
  life::point("order.answer", "before");
  const bool isAccepted = result.retcode == TRADE_RETCODE_DONE || result.retcode == TRADE_RETCODE_PLACED ||
                          result.retcode == TRADE_RETCODE_DONE_PARTIAL;
  return isAccepted ? true : failed(ERR_TRADE_SEND_FAILED, false);
}

bool OrderSendAsync(MqlTradeRequest& request, MqlTradeResult& result) {
  result = {};
  result.request_id = nextRequestId();
  if (const uint32_t code = refusal()) return refused(code, result);
  life::point("order.send", "before");
  const Mishap mishap = server::nextMishap(request);
  const bool isLate = mishap.isTimeout && mishap.executed == Executed::later;
  const int64_t afterMs = server::ledger().latencyMs + mishap.latencyMs + (isLate ? mishap.lateMs : 0);
  if (!mishap.isTimeout || mishap.executed != Executed::never)
    performLater(request, mishap, result.request_id, afterMs);
  life::point("order.send", "after");
  result.retcode = TRADE_RETCODE_PLACED;
  return true;
}

namespace terminal {

void forgetRequestIds() { lastRequestId = 0; }

MqlTradeResult sendByHand(const MqlTradeRequest& request) {
  MqlTradeResult result = {};
  rememberView();
  server::handle(request, Origin::client, Mishap{}, result);
  MqlTradeRequest told = request;
  if (result.order != 0) told.order = result.order;
  server::tellRequest(told, result);
  hear(server::takeNotices(), 0);
  return result;
}

void letTimePass() {
  rememberView();
  server::timePassed();
  hear(server::takeNotices(), 0);
}

}  // namespace terminal
}  // namespace mql
