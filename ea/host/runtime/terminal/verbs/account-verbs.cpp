#include "generated/builtins.hpp"
#include "terminal/client/send.hpp"
#include "terminal/server/job.hpp"
#include "terminal/server/money.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

using server::AccountRow;

Setters identityOf(AccountRow& account) {
  return {
      {"login", [&](const Value& value) { account.login = value.integer(); }},
      {"name", [&](const Value& value) { account.name.set(value.text); }},
      {"server", [&](const Value& value) { account.server.set(value.text); }},
      {"company", [&](const Value& value) { account.company.set(value.text); }},
      {"currency", [&](const Value& value) { account.currency.set(value.text); }},
      {"digits", [&](const Value& value) { account.currencyDigits = static_cast<int32_t>(value.integer()); }},
      {"leverage", [&](const Value& value) { account.leverage = static_cast<int32_t>(value.integer()); }},
      {"kind",
       [&](const Value& value) {
         account.kind = value.choice({{"demo", ACCOUNT_TRADE_MODE_DEMO},
                                      {"contest", ACCOUNT_TRADE_MODE_CONTEST},
                                      {"real", ACCOUNT_TRADE_MODE_REAL}});
       }},
      {"margin",
       [&](const Value& value) {
         account.marginMode = value.choice({{"netting", ACCOUNT_MARGIN_MODE_RETAIL_NETTING},
                                            {"exchange", ACCOUNT_MARGIN_MODE_EXCHANGE},
                                            {"hedging", ACCOUNT_MARGIN_MODE_RETAIL_HEDGING}});
       }},
  };
}

Setters limitsOf(AccountRow& account) {
  return {
      {"trade", [&](const Value& value) { account.isTradeAllowed = value.onOff(); }},
      {"expert", [&](const Value& value) { account.isExpertAllowed = value.onOff(); }},
      {"fifo", [&](const Value& value) { account.isFifo = value.onOff(); }},
      {"hedge", [&](const Value& value) { account.isHedgeForbidden = !value.onOff(); }},
      {"pendings", [&](const Value& value) { account.pendingLimit = static_cast<int32_t>(value.integer()); }},
      {"positions",
       [&](const Value& value) { account.positionLimit = static_cast<int32_t>(value.integer()); }},
      {"rate",
       [&](const Value& value) { account.requestsPerSecond = static_cast<int32_t>(value.integer()); }},
      {"stopout", [&](const Value& value) { account.stopOut = value.number(); }},
      {"margincall", [&](const Value& value) { account.marginCall = value.number(); }},
      {"stopoutmode",
       [&](const Value& value) {
         account.stopOutMode =
             value.choice({{"percent", ACCOUNT_STOPOUT_MODE_PERCENT}, {"money", ACCOUNT_STOPOUT_MODE_MONEY}});
       }},
      {"firstorder", [&](const Value& value) { account.nextOrder = static_cast<uint64_t>(value.integer()); }},
      {"firstdeal", [&](const Value& value) { account.nextDeal = static_cast<uint64_t>(value.integer()); }},
  };
}

// Money by whoever, in or out: written as a deal, and told as one.
server::Money transfer(const Value& value, int type, std::string_view comment) {
  server::DealRow& deal = server::addDeal();
  deal.ticket = server::ledger().account.nextDeal++;
  deal.symbol = -1;
  deal.type = type;
  deal.profit = server::moneyOf(value.number());
  deal.timeMs = server::now();
  deal.comment.set(comment);
  return deal.profit;
}

void tellTransfer() {
  const server::Ledger& all = server::ledger();
  server::tellDeal(server::deal(all.dealCount - 1), server::PositionRow{}, false);
}

void deposit(const Value& value) {
  server::ledger().account.balance += transfer(value, DEAL_TYPE_BALANCE, "Deposit");
  tellTransfer();
}

void lend(const Value& value) {
  server::ledger().account.credit += transfer(value, DEAL_TYPE_CREDIT, "Credit");
  tellTransfer();
}

void account(control::Words& words) {
  AccountRow& row = server::ledger().account;
  Setters setters = identityOf(row);
  setters.merge(limitsOf(row));
  setters["balance"] = [&](const Value& value) { row.balance = server::moneyOf(value.number()); };
  setters["credit"] = [&](const Value& value) { row.credit = server::moneyOf(value.number()); };
  setters["deposit"] = deposit;
  setters["lend"] = lend;
  applySettings(words, setters);
  server::commit();
  seeBalance();
  hear(server::takeNotices(), 0);
}

void serverSettings(control::Words& words) {
  server::Ledger& all = server::ledger();
  applySettings(words, {
                           {"latency", [&](const Value& value) { all.latencyMs = value.integer(); }},
                           {"transactions",
                            [&](const Value& value) {
                              all.telling = static_cast<server::Telling>(value.choice(
                                  {{"live", 0}, {"request-first", 1}, {"deal-last", 2}, {"shuffled", 3}}));
                            }},
                       });
  server::commit();
}

}  // namespace

void registerAccountVerbs() {
  control::verb("account", account, control::When::anytime);
  control::verb("server", serverSettings, control::When::anytime);
}

}  // namespace mql::terminal
