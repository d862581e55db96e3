// The trade server as the rest of the host uses it.
#pragma once
#include "terminal/server/job.hpp"
#include "terminal/server/notices.hpp"

namespace mql::server {

// Checks and executes one request and answers it; what happened waits in takeNotices(). Committed when it
// returns.
void handle(const MqlTradeRequest& request, Origin origin, const Mishap& mishap, MqlTradeResult& result);

// A new price: waiting orders, stops and targets, stop out. Committed when it returns.
void quoted(int symbol);
// What comes with time: expired orders, swaps at the server's midnight.
void timePassed();

std::string retcodeText(Code code);

}  // namespace mql::server
