#include "platform/clock.hpp"
#include "platform/events.hpp"
#include "terminal/client/line.hpp"
#include "terminal/client/send.hpp"
#include "terminal/market/bars.hpp"
#include "terminal/server/server.hpp"

namespace mql::terminal {

void marketTick(int symbol, const server::TickRow& tick) {
  const bool isSeen = isConnected();
  rememberView();
  server::addTick(symbol, tick);
  bars::add(symbol, tick);
  const server::SymbolRow& spec = server::ledger().symbols[symbol];
  if (isSeen && spec.isSelected != 0) clock::quoted(tick.timeMs);
  server::timePassed();
  server::quoted(symbol);
  hear(server::takeNotices(), 0);
  if (isSeen && spec.name.view() == chartSymbol()) events::tick();
}

}  // namespace mql::terminal
