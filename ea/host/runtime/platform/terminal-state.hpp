// What the person at the terminal and the line to the broker have set: buttons, ticks in dialogs, connection.
// It outlives the program.
#pragma once
#include <cstdint>

namespace mql {

struct TerminalState {
  bool autoTrading = true;     // the terminal's button; TERMINAL_TRADE_ALLOWED
  bool programTrading = true;  // "Allow Algo Trading" of this program; MQL_TRADE_ALLOWED
  bool connected = true;       // to the trade server; TERMINAL_CONNECTED
  int32_t pingUs = 20'000;     // TERMINAL_PING_LAST
};

TerminalState& terminalState();

// Registers `autotrading on|off`, `programtrading on|off`, `connected on|off` and `ping US`.
void registerTerminalVerbs();

}  // namespace mql
