#include "terminal/calendar/calendar.hpp"

#include <cmath>
#include <limits>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/events.hpp"

namespace mql {
namespace {

namespace data = terminal::calendar;
using data::calendar;

// Requests take their time and may fail, as the driver wants.
bool answers() {
  events::wait(calendar().delayMs);
  return calendar().failure == 0 || failed(calendar().failure, false);
}

template <class Row>
const Row* byId(const std::vector<Row>& rows, uint64_t id) {
  for (const Row& row : rows)
    if (row.id == id) return &row;
  return failed(ERR_CALENDAR_NO_DATA, nullptr);
}

MqlCalendarCountry countryOf(const data::Country& row) {
  MqlCalendarCountry country = {};
  country.id = row.id;
  country.name = String::fromUtf8(row.name);
  country.code = String::fromUtf8(row.code);
  country.currency = String::fromUtf8(row.currency);
  country.currency_symbol = String::fromUtf8(row.currency);
  country.url_name = String::fromUtf8(row.name);
  return country;
}

MqlCalendarValue valueOf(const data::Value& row) {
  MqlCalendarValue value = {};
  value.id = row.id;
  value.event_id = row.eventId;
  value.time = row.timeS;
  value.period = row.periodS;
  value.revision = row.revision;
  value.actual_value = row.actual;
  value.prev_value = row.previous;
  value.revised_prev_value = row.revised;
  value.forecast_value = row.forecast;
  value.impact_type = static_cast<ENUM_CALENDAR_EVENT_IMPACT>(row.impact);
  return value;
}

bool isOf(const data::Value& value, const String& code, const String& currency) {
  if (code.isEmpty() && currency.isEmpty()) return true;
  const data::Event* event = byId(calendar().events, value.eventId);
  const data::Country* country = event == nullptr ? nullptr : byId(calendar().countries, event->countryId);
  if (country == nullptr) return false;
  return (code.isEmpty() || country->code == code.toUtf8()) &&
         (currency.isEmpty() || country->currency == currency.toUtf8());
}

template <class Row>
int32_t give(const std::vector<Row>& rows, Array<Row>& into) {
  auto count = static_cast<int32_t>(rows.size());
  if (into.isDynamic()) into.resize(count);
  if (count > into.size()) {
    count = into.size();
    setLastError(ERR_CALENDAR_MORE_DATA);
  }
  for (int32_t i = 0; i < count; i++) into.data()[i] = rows[static_cast<size_t>(i)];
  return count;
}

template <class Test>
int32_t giveValues(const Test& passes, const String& code, const String& currency,
                   Array<MqlCalendarValue>& into) {
  std::vector<MqlCalendarValue> values;
  for (const data::Value& value : calendar().values)
    if (passes(value) && isOf(value, code, currency)) values.push_back(valueOf(value));
  return give(values, into);
}

double millionths(int64_t value) {
  return value == INT64_MIN ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(value) / 1e6;
}

}  // namespace

int32_t CalendarCountries(Array<MqlCalendarCountry>& countries) {
  if (!answers()) return 0;
  std::vector<MqlCalendarCountry> rows;
  for (const data::Country& country : calendar().countries) rows.push_back(countryOf(country));
  return give(rows, countries);
}

bool CalendarCountryById(const int64_t country_id, MqlCalendarCountry& country) {
  if (!answers()) return false;
  const data::Country* row = byId(calendar().countries, static_cast<uint64_t>(country_id));
  if (row != nullptr) country = countryOf(*row);
  return row != nullptr;
}

bool CalendarEventById(uint64_t event_id, MqlCalendarEvent& event) {
  if (!answers()) return false;
  const data::Event* row = byId(calendar().events, event_id);
  if (row == nullptr) return false;
  event = {};
  event.id = row->id;
  event.type = static_cast<ENUM_CALENDAR_EVENT_TYPE>(row->type);
  event.sector = static_cast<ENUM_CALENDAR_EVENT_SECTOR>(row->sector);
  event.time_mode = static_cast<ENUM_CALENDAR_EVENT_TIMEMODE>(row->timeMode);
  event.country_id = row->countryId;
  event.unit = static_cast<ENUM_CALENDAR_EVENT_UNIT>(row->unit);
  event.importance = static_cast<ENUM_CALENDAR_EVENT_IMPORTANCE>(row->importance);
  event.multiplier = static_cast<ENUM_CALENDAR_EVENT_MULTIPLIER>(row->multiplier);
  event.digits = static_cast<uint32_t>(row->digits);
  event.name = String::fromUtf8(row->name);
  return true;
}

// `datetime_to` 0 is the end of what is known, events to come included.
int32_t CalendarValueHistory(Array<MqlCalendarValue>& values, datetime datetime_from, datetime datetime_to,
                             const String country_code, const String currency) {
  if (!answers()) return -1;
  const int64_t from = datetime_from, to = datetime_to;
  const auto isWithin = [=](const data::Value& value) {
    return value.timeS >= from && (to == 0 || value.timeS <= to);
  };
  return giveValues(isWithin, country_code, currency, values);
}

// The first request, with change 0, only tells where the calendar is.
int32_t CalendarValueLast(uint64_t& change_id, Array<MqlCalendarValue>& values, const String country_code,
                          const String currency) {
  if (!answers()) return -1;
  const uint64_t since = change_id == 0 ? calendar().change : change_id;
  change_id = calendar().change;
  const auto isNew = [=](const data::Value& value) { return value.change > since; };
  return giveValues(isNew, country_code, currency, values);
}

bool MqlCalendarValue::HasActualValue() const { return actual_value != INT64_MIN; }
bool MqlCalendarValue::HasPreviousValue() const { return prev_value != INT64_MIN; }
bool MqlCalendarValue::HasRevisedValue() const { return revised_prev_value != INT64_MIN; }
bool MqlCalendarValue::HasForecastValue() const { return forecast_value != INT64_MIN; }
double MqlCalendarValue::GetActualValue() const { return millionths(actual_value); }
double MqlCalendarValue::GetPreviousValue() const { return millionths(prev_value); }
double MqlCalendarValue::GetRevisedValue() const { return millionths(revised_prev_value); }
double MqlCalendarValue::GetForecastValue() const { return millionths(forecast_value); }

}  // namespace mql
