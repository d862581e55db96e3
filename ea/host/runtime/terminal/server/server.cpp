#include "terminal/server/server.hpp"

#include "terminal/server/checks.hpp"
#include "terminal/server/execute.hpp"
#include "terminal/server/prices.hpp"

namespace mql::server {
namespace {

bool isTooFrequent() {
  AccountRow& account = ledger().account;
  if (now() / 1000 != account.requestSecond) account.requestsThisSecond = 0;
  account.requestSecond = now() / 1000;
  return account.requestsPerSecond > 0 && ++account.requestsThisSecond > account.requestsPerSecond;
}

Code execute(Job& job) {
  switch (job.request.action) {
    case TRADE_ACTION_DEAL: return executeDeal(job);
    case TRADE_ACTION_SLTP: return executeSltp(job);
    case TRADE_ACTION_PENDING: return executePending(job);
    case TRADE_ACTION_MODIFY: return executeModify(job);
    case TRADE_ACTION_REMOVE: return executeRemove(job);
    case TRADE_ACTION_CLOSE_BY: return executeCloseBy(job);
    default: return TRADE_RETCODE_INVALID;
  }
}

bool isEntryWithStops(const Job& job) {
  return job.request.action == TRADE_ACTION_DEAL && (job.request.sl != 0 || job.request.tp != 0);
}

Code answerTo(Job& job) {
  const AccountRow& account = ledger().account;
  if (job.origin == Origin::expert && account.isExpertAllowed == 0) return TRADE_RETCODE_SERVER_DISABLES_AT;
  if (isTooFrequent()) return TRADE_RETCODE_TOO_MANY_REQUESTS;
  if (job.mishap.retcode != 0) return job.mishap.retcode;
  if (const Code code = checkRequest(job)) return code;
  if (isEntryWithStops(job) && job.spec().entryStops == EntryStops::refuse)
    return TRADE_RETCODE_INVALID_STOPS;
  return execute(job);
}

// The prices of the answer: where the market is, or where a requote would trade.
void fillQuote(const Job& job, Code code) {
  const int symbol = job.symbol >= 0 ? job.symbol : symbolIndex(job.request.symbol.toUtf8());
  if (symbol < 0) return;
  const SymbolRow& spec = ledger().symbols[symbol];
  const int away = code == TRADE_RETCODE_REQUOTE ? job.mishap.worsePoints : 0;
  job.result.bid = worse(spec, false, quote(symbol).bid, away);
  job.result.ask = worse(spec, true, quote(symbol).ask, away);
}

}  // namespace

void handle(const MqlTradeRequest& request, Origin origin, const Mishap& mishap, MqlTradeResult& result) {
  Job job{request, result, mishap, origin};
  const Code code = answerTo(job);
  result.retcode = code;
  result.comment = String::fromUtf8(retcodeText(code));
  fillQuote(job, code);
  commit();
}

std::string retcodeText(Code code) {
  switch (code) {
    case TRADE_RETCODE_REQUOTE: return "Requote";
    case TRADE_RETCODE_REJECT: return "Request rejected";
    case TRADE_RETCODE_CANCEL: return "Request canceled by trader";
    case TRADE_RETCODE_PLACED: return "Order placed";
    case TRADE_RETCODE_DONE: return "Request executed";
    case TRADE_RETCODE_DONE_PARTIAL: return "Request executed partially";
    case TRADE_RETCODE_TIMEOUT: return "Request timed out";
    case TRADE_RETCODE_INVALID: return "Invalid request";
    case TRADE_RETCODE_INVALID_VOLUME: return "Invalid volume";
    case TRADE_RETCODE_INVALID_PRICE: return "Invalid price";
    case TRADE_RETCODE_INVALID_STOPS: return "Invalid stops";
    case TRADE_RETCODE_TRADE_DISABLED: return "Trade disabled";
    case TRADE_RETCODE_MARKET_CLOSED: return "Market closed";
    case TRADE_RETCODE_NO_MONEY: return "No money";
    case TRADE_RETCODE_PRICE_OFF: return "No prices";
    case TRADE_RETCODE_TOO_MANY_REQUESTS: return "Too many requests";
    case TRADE_RETCODE_NO_CHANGES: return "No changes";
    case TRADE_RETCODE_SERVER_DISABLES_AT: return "AutoTrading disabled by server";
    case TRADE_RETCODE_CLIENT_DISABLES_AT: return "AutoTrading disabled by client";
    case TRADE_RETCODE_FROZEN: return "Order or position is frozen";
    case TRADE_RETCODE_INVALID_FILL: return "Unsupported filling mode";
    case TRADE_RETCODE_CONNECTION: return "No connection";
    case TRADE_RETCODE_POSITION_CLOSED: return "Position doesn't exist";
    case TRADE_RETCODE_LONG_ONLY: return "Only long positions are allowed";
    case TRADE_RETCODE_SHORT_ONLY: return "Only short positions are allowed";
    case TRADE_RETCODE_CLOSE_ONLY: return "Only closing is allowed";
    default: return "Return code " + std::to_string(code);
  }
}

}  // namespace mql::server
