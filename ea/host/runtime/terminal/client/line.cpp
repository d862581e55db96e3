#include "terminal/client/line.hpp"

#include <vector>

#include "platform/clock.hpp"
#include "platform/events.hpp"
#include "platform/life.hpp"
#include "platform/terminal-state.hpp"
#include "terminal/calendar/calendar.hpp"
#include "terminal/chart/chart.hpp"
#include "terminal/client/selection.hpp"
#include "terminal/market/bars.hpp"
#include "terminal/market/ticks.hpp"
#include "terminal/terminal.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

struct State {
  bool wasConnected = true;
  std::string symbol;
  ENUM_TIMEFRAMES period = PERIOD_M1;
  std::vector<int64_t> frozenTicks;  // by symbol, while the line is down
};

State& state() {
  static State state;
  return state;
}

void endLife() {
  forgetView();
  forgetTickRequests();
  forgetSelectedPosition();
  forgetSelectedOrder();
  forgetHistory();
  chart::clear();
}

void wipe() {
  endLife();
  forgetRequestIds();
  setFirstTicksDelay(0);
  state() = State{};
  server::clearLedger();
  bars::clear();
  calendar::clear();
}

void freezeTicks() {
  for (int i = 0; i < server::ledger().symbolCount; i++) state().frozenTicks.push_back(server::tickCount(i));
}

void goOn() {
  state().frozenTicks.clear();
  readView();
  events::trade();
}

}  // namespace

void start(const std::string& serverFile) {
  server::openLedger(serverFile);
  bars::rebuild();
  for (int i = 0; i < server::ledger().symbolCount; i++) clock::quoted(server::quote(i).timeMs);
  registerVerbs();
  life::onEnd(endLife);
  life::onWipe(wipe);
}

bool isConnected() {
  const bool connected = terminalState().connected;
  if (connected == state().wasConnected) return connected;
  state().wasConnected = connected;
  connected ? goOn() : freezeTicks();
  return connected;
}

int64_t ticksSeen(int symbol) {
  const auto at = static_cast<size_t>(symbol);
  const auto& frozen = state().frozenTicks;
  if (isConnected()) return server::tickCount(symbol);
  return at < frozen.size() ? frozen[at] : 0;
}

const std::string& chartSymbol() {
  if (state().symbol.empty() && server::ledger().symbolCount > 0)
    state().symbol = server::ledger().symbols[0].name.utf8();
  return state().symbol;
}

ENUM_TIMEFRAMES chartPeriod() { return state().period; }

void setChart(const std::string& symbol, ENUM_TIMEFRAMES period) {
  state().symbol = symbol;
  state().period = period;
}

}  // namespace mql::terminal
