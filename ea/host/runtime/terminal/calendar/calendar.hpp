// The economic calendar as the driver loaded it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace mql::terminal::calendar {

struct Country {
  uint64_t id;
  std::string code, currency, name;
};

struct Event {
  uint64_t id, countryId;
  int type, sector, importance, timeMode, unit, multiplier, digits;
  std::string name;
};

struct Value {
  uint64_t id, eventId;
  int64_t timeS, periodS;
  int revision, impact;
  int64_t actual, previous, revised, forecast;  // times 10^6; INT64_MIN is none
  uint64_t change;                              // the state of the calendar that brought it
};

struct Calendar {
  std::vector<Country> countries;
  std::vector<Event> events;
  std::vector<Value> values;  // by time
  uint64_t change = 1;
  int failure = 0;      // the error of every request, 0 is none
  int64_t delayMs = 0;  // of every request
};

Calendar& calendar();
void clear();
void put(const Country& country);
void put(const Event& event);
void put(Value value);

}  // namespace mql::terminal::calendar
