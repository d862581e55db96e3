// The way of a request to the trade server and back.
#pragma once
#include "terminal/terminal.hpp"

namespace mql::terminal {

// Somebody else's hand: the server handles it at once, and the terminal hears of it as of anything.
MqlTradeResult sendByHand(const MqlTradeRequest& request);

// A tick of the market reaches the server, and the terminal when the line is up.
void marketTick(int symbol, const server::TickRow& tick);

// The balance was set from outside: the terminal shows the new one.
void seeBalance();

// Has the server do what is due by now.
void letTimePass();

}  // namespace mql::terminal
