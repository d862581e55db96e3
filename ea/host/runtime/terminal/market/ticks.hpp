// The ticks that the terminal has, and what the driver wants of the first request for them.
#pragma once
#include <cstdint>

#include "generated/builtins.hpp"
#include "terminal/server/rows.hpp"

namespace mql::terminal {

MqlTick tickOf(const server::TickRow& row);
// The newest tick that has reached the terminal; its time is 0 when there is none.
const server::TickRow& lastTick(int symbol);

// The first request of a life for a symbol's ticks takes so long: the terminal synchronises its data base.
void setFirstTicksDelay(int64_t ms);
void forgetTickRequests();

}  // namespace mql::terminal
