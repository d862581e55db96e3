// Bars: minutes made of ticks or loaded, every other period made of the minutes.
#pragma once
#include <vector>

#include "generated/builtins.hpp"
#include "terminal/server/rows.hpp"

namespace mql::terminal::bars {

void add(int symbol, const server::TickRow& tick);
// A minute of the past, loaded by the driver. Minutes may come in any order; one that exists is replaced.
void load(int symbol, const MqlRates& minute);
// All bars of a symbol, oldest first. PERIOD_CURRENT is the chart's period.
const std::vector<MqlRates>& of(int symbol, ENUM_TIMEFRAMES period);
// From the ticks that the server kept.
void rebuild();
void clear();

int64_t periodSeconds(ENUM_TIMEFRAMES period);

}  // namespace mql::terminal::bars
