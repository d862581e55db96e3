#include "terminal-state.hpp"

#include "control.hpp"
#include "life.hpp"

namespace mql {
namespace {

void switchVerb(const char* name, bool TerminalState::*which) {
  control::verb(name, [which](control::Words& words) { terminalState().*which = words.onOff("on or off"); },
                control::When::anytime);
}

}  // namespace

TerminalState& terminalState() {
  static TerminalState only;
  return only;
}

void registerTerminalVerbs() {
  switchVerb("autotrading", &TerminalState::autoTrading);
  switchVerb("programtrading", &TerminalState::programTrading);
  switchVerb("connected", &TerminalState::connected);
  control::verb("ping", [](control::Words& words) {
    terminalState().pingUs = static_cast<int32_t>(words.integer("US"));
  }, control::When::anytime);
  life::onWipe([] { terminalState() = TerminalState{}; });
}

}  // namespace mql
