#include "clock.hpp"

#include <algorithm>

#include "control.hpp"
#include "language/calendar-date.hpp"
#include "life.hpp"
#include "platform.hpp"

namespace mql::clock {
namespace {

constexpr int64_t kDayS = 86'400;
constexpr int64_t kHourS = 3'600;
constexpr int kDaylightS = 3600;

struct State {
  int64_t shiftMs = 0;  // of the whole world, by `clock set` and `clock ahead`
  int64_t jumpMs = 0;   // of the trader's computer, by `clock jump`
  int64_t lastQuoteMs = 0;
  Zone server{2 * 3600, DaylightRule::america};
  Zone computer;
};

State state;

// Midnight of the nth Sunday of a month; nth 5 is the last one.
datetime sunday(int64_t year, int month, int nth) {
  if (nth < 5) {
    const datetime first = datetimeOf({year, month, 1});
    return first + ((7 - dayOfWeek(first)) % 7 + 7 * (nth - 1)) * kDayS;
  }
  const datetime last = datetimeOf({year, month + 1, 1}) - kDayS;
  return last - dayOfWeek(last) * kDayS;
}

bool isSummer(DaylightRule rule, int64_t utcS) {
  const int64_t year = calendarDate(utcS).year;
  if (rule == DaylightRule::europe)
    return utcS >= sunday(year, 3, 5) + kHourS && utcS < sunday(year, 10, 5) + kHourS;
  // Two o'clock in New York, in winter and in summer time.
  return utcS >= sunday(year, 3, 2) + 7 * kHourS && utcS < sunday(year, 11, 1) + 6 * kHourS;
}

Zone zoneOf(control::Words& words) {
  Zone zone;
  zone.standardOffsetS = static_cast<int>(words.integer("OFFSET_SECONDS"));
  const std::string rule = words.textOr("RULE", "none");
  if (rule == "europe") zone.rule = DaylightRule::europe;
  if (rule == "america") zone.rule = DaylightRule::america;
  if (rule != "europe" && rule != "america" && rule != "none")
    control::refuse("RULE is none, europe or america, not " + rule);
  return zone;
}

void change(control::Words& words) {
  const std::string what = words.text("set, ahead or jump");
  if (what == "set") {
    state.shiftMs = words.integer("UTC_MS") - platform().trueUtcMs();
  } else if (what == "ahead") {
    state.shiftMs = words.integer("MS");
  } else if (what == "jump") {
    jump(words.integer("MS"));
  } else {
    control::refuse("clock set UTC_MS, clock ahead MS, or clock jump MS");
  }
}

}  // namespace

int64_t trueUtcMs() { return platform().trueUtcMs() + state.shiftMs; }
int64_t computerUtcMs() { return trueUtcMs() + state.jumpMs; }
void jump(int64_t ms) { state.jumpMs += ms; }

int offsetS(const Zone& zone, int64_t utcMs) {
  const bool summer = zone.rule != DaylightRule::none && isSummer(zone.rule, utcMs / 1000);
  return zone.standardOffsetS + (summer ? kDaylightS : 0);
}

int64_t serverMs() { return trueUtcMs() + offsetS(state.server, trueUtcMs()) * int64_t{1000}; }

void quoted(int64_t serverTimeMs) { state.lastQuoteMs = std::max(state.lastQuoteMs, serverTimeMs); }
int64_t lastQuoteMs() { return state.lastQuoteMs; }
Zone& serverZone() { return state.server; }
Zone& computerZone() { return state.computer; }

void registerClockVerbs() {
  control::verb("clock", change, control::When::anytime);
  control::verb("zone", [](control::Words& words) {
    const std::string whose = words.text("server or computer");
    if (whose != "server" && whose != "computer")
      control::refuse("zone server|computer OFFSET_SECONDS [RULE]");
    (whose == "server" ? state.server : state.computer) = zoneOf(words);
  }, control::When::anytime);
  life::onWipe([] { state = State{}; });
}

}  // namespace mql::clock
