#include "language/error.hpp"
#include "platform/terminal-state.hpp"
#include "terminal/market/known-symbol.hpp"
#include "terminal/market/ticks.hpp"
#include "terminal/terminal.hpp"

namespace mql {
namespace {

using server::SymbolRow;
using terminal::knownSymbol;

const SymbolRow& spec(int symbol) { return server::ledger().symbols[symbol]; }

bool session(const String& name, int day, uint32_t number, bool isTrade, datetime& from, datetime& to) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return false;
  const SymbolRow& row = spec(symbol);
  for (int i = 0; i < row.sessionCount; i++) {
    const server::SessionRow& found = row.sessions[i];
    if (found.day != day || (found.isTrade != 0) != isTrade || number-- > 0) continue;
    from = found.fromS;
    to = found.toS;
    return true;
  }
  return failed(ERR_MARKET_SESSION_INDEX, false);
}

}  // namespace

namespace terminal {

int knownSymbol(const String& name) {
  const int symbol = server::symbolIndex(name.isEmpty() ? chartSymbol() : name.toUtf8());
  return symbol < 0 ? failed(ERR_MARKET_UNKNOWN_SYMBOL, -1) : symbol;
}

}  // namespace terminal

int32_t SymbolsTotal(bool selected) {
  int32_t count = 0;
  for (int i = 0; i < server::ledger().symbolCount; i++)
    if (!selected || spec(i).isSelected != 0) count++;
  return count;
}

String SymbolName(int32_t pos, bool selected) {
  for (int i = 0; i < server::ledger().symbolCount; i++)
    if ((!selected || spec(i).isSelected != 0) && pos-- == 0) return spec(i).name.string();
  return String::fromUtf8("");
}

bool SymbolSelect(String name, bool select) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return false;
  const terminal::View& view = terminal::view();
  for (const server::PositionRow& position : view.positions)
    if (!select && position.symbol == symbol) return failed(ERR_MARKET_SELECT_ERROR, false);
  if (!select && spec(symbol).name.view() == terminal::chartSymbol())
    return failed(ERR_MARKET_SELECT_ERROR, false);
  server::ledger().symbols[symbol].isSelected = select ? 1 : 0;
  return true;
}

bool SymbolExist(const String name, bool& is_custom) {
  is_custom = false;
  return server::symbolIndex(name.toUtf8()) >= 0;
}

bool SymbolIsSynchronized(String name) { return knownSymbol(name) >= 0 && terminalState().connected; }

bool SymbolInfoTick(String name, MqlTick& tick) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return false;
  if (spec(symbol).isSelected == 0) return failed(ERR_MARKET_NOT_SELECTED, false);
  const server::TickRow& last = terminal::lastTick(symbol);
  if (last.timeMs == 0) return failed(ERR_MARKET_LASTTIME_UNKNOWN, false);
  tick = terminal::tickOf(last);
  return true;
}

bool SymbolInfoSessionTrade(String name, ENUM_DAY_OF_WEEK day, uint32_t number, datetime& from,
                            datetime& to) {
  return session(name, day, number, true, from, to);
}

bool SymbolInfoSessionQuote(String name, ENUM_DAY_OF_WEEK day, uint32_t number, datetime& from,
                            datetime& to) {
  return session(name, day, number, false, from, to);
}

}  // namespace mql
