// The terminal between the program and the trade server: what the program sees, and when it hears of what
// happened.
#pragma once
#include <string>
#include <vector>

#include "terminal/server/notices.hpp"

namespace mql::terminal {

// Opens the trade server's state, in a file that outlives the process or in memory when the name is empty,
// and registers the verbs. Called once by main().
void start(const std::string& serverFile);

// The terminal's copy of the account: read from the server when a life of the program begins, then changed by
// what the server tells.
struct View {
  std::vector<server::PositionRow> positions;
  std::vector<server::OrderRow> orders;
  server::Money balance = 0;
};
const View& view();
// False while the server has not told of it yet.
bool isKnownDeal(uint64_t ticket);
bool isKnownPastOrder(uint64_t ticket);

// The server's news: applied to the view and posted to the program's queue after `delayMs`; -1 is never in
// this life.
void hear(std::vector<server::Notice> notices, int64_t delayMs);

// The line to the trade server. While it is down ticks and news do not arrive; when it is up again the view
// is read anew, and what was missed is not told.
bool isConnected();

// The chart of the program.
const std::string& chartSymbol();
ENUM_TIMEFRAMES chartPeriod();
void setChart(const std::string& symbol, ENUM_TIMEFRAMES period);

}  // namespace mql::terminal
