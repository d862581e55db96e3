#include "language/error.hpp"
#include "terminal/server/money.hpp"
#include "terminal/terminal.hpp"

namespace mql {
namespace {

// What the account looks like to the terminal: its own list of positions, at the prices it has.
server::Totals seen() {
  const terminal::View& view = terminal::view();
  return server::totals(view.positions.data(), static_cast<int>(view.positions.size()), view.balance,
                        server::ledger().account.credit);
}

}  // namespace

int64_t AccountInfoInteger(ENUM_ACCOUNT_INFO_INTEGER property) {
  const server::AccountRow& account = server::ledger().account;
  switch (property) {
    case ACCOUNT_LOGIN: return account.login;
    case ACCOUNT_TRADE_MODE: return account.kind;
    case ACCOUNT_LEVERAGE: return account.leverage;
    case ACCOUNT_LIMIT_ORDERS: return account.pendingLimit;
    case ACCOUNT_MARGIN_SO_MODE: return account.stopOutMode;
    case ACCOUNT_TRADE_ALLOWED: return account.isTradeAllowed;
    case ACCOUNT_TRADE_EXPERT: return account.isExpertAllowed;
    case ACCOUNT_MARGIN_MODE: return account.marginMode;
    case ACCOUNT_CURRENCY_DIGITS: return account.currencyDigits;
    case ACCOUNT_FIFO_CLOSE: return account.isFifo;
    case ACCOUNT_HEDGE_ALLOWED:
      return account.marginMode == ACCOUNT_MARGIN_MODE_RETAIL_HEDGING && account.isHedgeForbidden == 0;
    default: return failed(ERR_ACCOUNT_WRONG_PROPERTY, int64_t{0});
  }
}

double AccountInfoDouble(ENUM_ACCOUNT_INFO_DOUBLE property) {
  const server::AccountRow& account = server::ledger().account;
  switch (property) {
    case ACCOUNT_BALANCE: return server::inMoney(terminal::view().balance);
    case ACCOUNT_CREDIT: return server::inMoney(account.credit);
    case ACCOUNT_PROFIT: return server::inMoney(seen().profit);
    case ACCOUNT_EQUITY: return server::inMoney(seen().equity);
    case ACCOUNT_MARGIN: return server::inMoney(seen().margin);
    case ACCOUNT_MARGIN_FREE: return server::inMoney(seen().free);
    case ACCOUNT_MARGIN_LEVEL: return seen().level;
    case ACCOUNT_MARGIN_SO_CALL: return account.marginCall;
    case ACCOUNT_MARGIN_SO_SO: return account.stopOut;
    case ACCOUNT_MARGIN_INITIAL:
    case ACCOUNT_MARGIN_MAINTENANCE:
    case ACCOUNT_ASSETS:
    case ACCOUNT_LIABILITIES:
    case ACCOUNT_COMMISSION_BLOCKED: return 0;
    default: return failed(ERR_ACCOUNT_WRONG_PROPERTY, 0.0);
  }
}

String AccountInfoString(ENUM_ACCOUNT_INFO_STRING property) {
  const server::AccountRow& account = server::ledger().account;
  switch (property) {
    case ACCOUNT_NAME: return account.name.string();
    case ACCOUNT_SERVER: return account.server.string();
    case ACCOUNT_CURRENCY: return account.currency.string();
    case ACCOUNT_COMPANY: return account.company.string();
    default: return failed(ERR_ACCOUNT_WRONG_PROPERTY, String::fromUtf8(""));
  }
}

}  // namespace mql
