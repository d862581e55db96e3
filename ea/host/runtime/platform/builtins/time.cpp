// Clocks and calendar time.
#include "generated/builtins.hpp"
#include "language/calendar-date.hpp"
#include "language/error.hpp"
#include "platform/clock.hpp"
#include "platform/events.hpp"
#include "platform/life.hpp"
#include "platform/platform.hpp"

namespace mql {
namespace {

datetime seconds(int64_t ms) { return ms / 1000; }

datetime into(datetime time, MqlDateTime& parts) {
  TimeToStruct(time, parts);
  return time;
}

int64_t zonedMs(const clock::Zone& zone) {
  const int64_t utcMs = clock::computerUtcMs();
  return utcMs + clock::offsetS(zone, utcMs) * int64_t{1000};
}

}  // namespace

datetime TimeCurrent() { return seconds(clock::lastQuoteMs()); }
datetime TimeCurrent(MqlDateTime& parts) { return into(TimeCurrent(), parts); }
datetime TimeTradeServer() { return seconds(zonedMs(clock::serverZone())); }
datetime TimeTradeServer(MqlDateTime& parts) { return into(TimeTradeServer(), parts); }
datetime TimeGMT() { return seconds(clock::computerUtcMs()); }
datetime TimeGMT(MqlDateTime& parts) { return into(TimeGMT(), parts); }
datetime TimeLocal() { return seconds(zonedMs(clock::computerZone())); }
datetime TimeLocal(MqlDateTime& parts) { return into(TimeLocal(), parts); }

int32_t TimeGMTOffset() { return -clock::offsetS(clock::computerZone(), clock::computerUtcMs()); }

int32_t TimeDaylightSavings() {
  const clock::Zone& zone = clock::computerZone();
  return zone.standardOffsetS - clock::offsetS(zone, clock::computerUtcMs());
}

bool TimeToStruct(datetime time, MqlDateTime& parts) {
  const CalendarDate date = calendarDate(time);
  parts.year = static_cast<int32_t>(date.year);
  parts.mon = date.month;
  parts.day = date.day;
  parts.hour = date.hour;
  parts.min = date.minute;
  parts.sec = date.second;
  parts.day_of_week = dayOfWeek(time);
  parts.day_of_year = dayOfYear(time);
  return true;
}

datetime StructToTime(MqlDateTime& parts) {
  return datetimeOf({parts.year, parts.mon, parts.day, parts.hour, parts.min, parts.sec});
}

uint32_t GetTickCount() { return static_cast<uint32_t>(GetTickCount64()); }
uint64_t GetTickCount64() { return static_cast<uint64_t>(platform().steadyMs()); }
uint64_t GetMicrosecondCount() { return static_cast<uint64_t>(platform().steadyUs() - life::startedUs()); }

void Sleep(int32_t milliseconds) {
  if (milliseconds > 0) events::wait(milliseconds);
}

}  // namespace mql
