// OrderCheck, OrderCalcMargin and OrderCalcProfit: what would be, without sending anything.
#include "language/error.hpp"
#include "platform/terminal-state.hpp"
#include "terminal/market/known-symbol.hpp"
#include "terminal/server/checks.hpp"
#include "terminal/server/money.hpp"
#include "terminal/server/prices.hpp"
#include "terminal/server/server.hpp"
#include "terminal/terminal.hpp"

namespace mql {
namespace {

bool isBuyType(ENUM_ORDER_TYPE type) { return type % 2 == 0; }

// The account as it would stand after a market order; other requests leave it as it is.
server::Totals after(const server::Job& job) {
  server::Totals sum = server::totals();
  if (job.request.action != TRADE_ACTION_DEAL || job.request.position != 0) return sum;
  server::Money margin = 0;
  server::marginOf(job.symbol, job.isBuy(), job.volume, server::marketPrice(job), margin);
  sum.margin += margin;
  sum.free = sum.equity - sum.margin;
  sum.level = sum.margin == 0 ? 0 : 100.0 * static_cast<double>(sum.equity) / static_cast<double>(sum.margin);
  return sum;
}

uint32_t checked(server::Job& job) {
  if (!terminal::isConnected()) return TRADE_RETCODE_CONNECTION;
  if (!terminalState().autoTrading || !terminalState().programTrading)
    return TRADE_RETCODE_CLIENT_DISABLES_AT;
  return server::checkRequest(job);
}

}  // namespace

// A request that passes is answered with the return code 0.
bool OrderCheck(MqlTradeRequest& request, MqlTradeCheckResult& result) {
  result = {};
  MqlTradeResult unused = {};
  const server::Mishap none;
  server::Job job{request, unused, none, server::Origin::expert};
  result.retcode = checked(job);
  result.comment = String::fromUtf8(result.retcode == 0 ? "Done" : server::retcodeText(result.retcode));
  const server::Totals sum = job.symbol >= 0 && job.volume > 0 ? after(job) : server::totals();
  result.balance = server::inMoney(sum.balance);
  result.equity = server::inMoney(sum.equity);
  result.profit = server::inMoney(sum.profit);
  result.margin = server::inMoney(sum.margin);
  result.margin_free = server::inMoney(sum.free);
  result.margin_level = sum.level;
  return result.retcode == 0;
}

bool OrderCalcMargin(ENUM_ORDER_TYPE action, String symbol, double volume, double price, double& margin) {
  const int index = terminal::knownSymbol(symbol);
  if (index < 0) return false;
  server::Money amount = 0;
  const bool isKnown =
      volume > 0 && server::marginOf(index, isBuyType(action), server::lotsOf(volume), price, amount);
  if (!isKnown) return failed(ERR_TRADE_CALC_FAILED, false);
  margin = server::inMoney(amount);
  return true;
}

bool OrderCalcProfit(ENUM_ORDER_TYPE action, String symbol, double volume, double open, double close,
                     double& profit) {
  const int index = terminal::knownSymbol(symbol);
  if (index < 0) return false;
  if (!server::isMarketOrder(action)) return failed(ERR_INVALID_PARAMETER, false);
  server::Money amount = 0;
  if (!server::profitOf(index, action == ORDER_TYPE_BUY, server::lotsOf(volume), open, close, amount))
    return failed(ERR_TRADE_CALC_FAILED, false);
  profit = server::inMoney(amount);
  return true;
}

}  // namespace mql
