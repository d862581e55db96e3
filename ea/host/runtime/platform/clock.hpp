// Clocks of a trader's computer and of the trade server, made from the platform's time.
#pragma once
#include <cstdint>

namespace mql::clock {

enum class DaylightRule { none, europe, america };

struct Zone {
  int standardOffsetS = 0;
  DaylightRule rule = DaylightRule::none;
};

// The trader's computer: UTC as it believes it to be. `clock jump` moves it, and nothing else.
int64_t computerUtcMs();
void jump(int64_t ms);

// The world's time, as the driver has set it. Nothing of the program sees it directly.
int64_t trueUtcMs();

// The trade server's own clock, in its zone: what ticks, deals and bars carry. A jump of the computer does
// not move it.
int64_t serverMs();
// The zone's offset at a moment of UTC, in seconds.
int offsetS(const Zone& zone, int64_t utcMs);

// A quote with this server time has reached the terminal: TimeCurrent() shows the latest.
void quoted(int64_t serverTimeMs);
int64_t lastQuoteMs();

Zone& serverZone();
Zone& computerZone();

void registerClockVerbs();

}  // namespace mql::clock
