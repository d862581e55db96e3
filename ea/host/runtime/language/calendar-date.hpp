// Seconds since 1970-01-01 as year, month, day and time of day, in the proleptic Gregorian calendar.
#pragma once

#include <cstdint>
#include <string>

#include "language/types.hpp"

namespace mql {

struct CalendarDate {
  int64_t year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

CalendarDate calendarDate(datetime time);
/** Months and days beyond their range flow into the next field. */
datetime datetimeOf(const CalendarDate& date);

/** 0 is Sunday. */
int dayOfWeek(datetime time);
/** 0 is the first of January. */
int dayOfYear(datetime time);

/** "yyyy.mm.dd [hh:mi[:ss]]" and the other forms StringToTime knows; 0 where there is no date. */
datetime parseDatetime(const std::string& text);

}  // namespace mql
