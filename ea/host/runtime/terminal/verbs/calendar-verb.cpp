// calendar country|event|value|fails|delay|clear.
#include <cmath>

#include "generated/builtins.hpp"
#include "terminal/calendar/calendar.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

using calendar::Country;
using calendar::Event;

void country(control::Words& words) {
  Country row;
  row.id = static_cast<uint64_t>(words.integer("ID"));
  row.code = words.text("CODE");
  row.currency = words.text("CURRENCY");
  row.name = words.rest();
  calendar::put(row);
}

void event(control::Words& words) {
  Event row{};
  row.id = static_cast<uint64_t>(words.integer("ID"));
  row.countryId = static_cast<uint64_t>(words.integer("COUNTRY_ID"));
  const Value importance{"importance", words.text("IMPORTANCE")};
  row.importance = importance.choice({{"none", CALENDAR_IMPORTANCE_NONE},
                                      {"low", CALENDAR_IMPORTANCE_LOW},
                                      {"moderate", CALENDAR_IMPORTANCE_MODERATE},
                                      {"high", CALENDAR_IMPORTANCE_HIGH}});
  row.type = CALENDAR_TYPE_INDICATOR;
  row.name = words.rest();
  calendar::put(row);
}

int64_t millionths(const Value& value) { return std::llround(value.number() * 1e6); }

void value(control::Words& words) {
  calendar::Value row{};
  row.id = static_cast<uint64_t>(words.integer("ID"));
  row.eventId = static_cast<uint64_t>(words.integer("EVENT_ID"));
  row.timeS = words.integer("TIME_S");
  row.actual = row.previous = row.revised = row.forecast = INT64_MIN;
  applySettings(words, {
                           {"actual", [&](const Value& given) { row.actual = millionths(given); }},
                           {"previous", [&](const Value& given) { row.previous = millionths(given); }},
                           {"revised", [&](const Value& given) { row.revised = millionths(given); }},
                           {"forecast", [&](const Value& given) { row.forecast = millionths(given); }},
                           {"period", [&](const Value& given) { row.periodS = given.integer(); }},
                           {"impact",
                            [&](const Value& given) {
                              row.impact = given.choice({{"none", CALENDAR_IMPACT_NA},
                                                         {"positive", CALENDAR_IMPACT_POSITIVE},
                                                         {"negative", CALENDAR_IMPACT_NEGATIVE}});
                            }},
                       });
  calendar::put(row);
}

void change(control::Words& words) {
  const std::string what = words.text("what to change");
  if (what == "country") return country(words);
  if (what == "event") return event(words);
  if (what == "value") return value(words);
  if (what == "clear") return calendar::clear();
  if (what == "delay") {
    calendar::calendar().delayMs = words.integer("MS");
  } else if (what == "fails") {
    calendar::calendar().failure = static_cast<int>(words.integer("ERROR"));
  } else {
    control::refuse("calendar country, event, value, delay, fails or clear, not " + what);
  }
}

}  // namespace

void registerCalendarVerb() { control::verb("calendar", change, control::When::anytime); }

}  // namespace mql::terminal
