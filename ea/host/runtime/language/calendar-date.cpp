#include "language/calendar-date.hpp"

#include <vector>

namespace mql {

namespace {

constexpr int64_t DAY_S = 86'400;
constexpr int64_t DAYS_OF_400_YEARS = 146'097;

/** Rounds towards minus infinity. */
int64_t floorDivide(int64_t value, int64_t by) { return (value >= 0 ? value : value - by + 1) / by; }

/** Days from 1970-01-01 to a date; years are counted from March, so that a leap day is a year's last. */
int64_t daysTo(int64_t year, int month, int64_t day) {
  const int64_t marchYear = month <= 2 ? year - 1 : year;
  const int64_t cycle = floorDivide(marchYear, 400);
  const int64_t yearOfCycle = marchYear - cycle * 400;
  const int monthFromMarch = month > 2 ? month - 3 : month + 9;
  const int64_t dayOfMarchYear = (153 * monthFromMarch + 2) / 5 + day - 1;
  const int64_t dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfMarchYear;
  return cycle * DAYS_OF_400_YEARS + dayOfCycle - 719'468;
}

struct NumberRun {
  int64_t value;
  size_t digits;
};

/** The runs of digits of a text; a letter ends the list. */
std::vector<NumberRun> numbersIn(const std::string& text) {
  std::vector<NumberRun> runs;
  bool inRun = false;
  for (const char character : text) {
    if (character >= '0' && character <= '9') {
      if (!inRun) runs.push_back({0, 0});
      if (runs.back().digits < 9) runs.back().value = runs.back().value * 10 + (character - '0');
      ++runs.back().digits;
      inRun = true;
    } else if (std::string(" .:/-\t").find(character) != std::string::npos) {
      inRun = false;
    } else {
      break;
    }
  }
  return runs;
}

/** Takes "20240131" or "134559" apart into three numbers. */
void splitRun(std::vector<NumberRun>& runs, size_t at) {
  const int64_t value = runs[at].value;
  runs[at].value = value / 10'000;
  runs.insert(runs.begin() + static_cast<std::ptrdiff_t>(at) + 1, {{value / 100 % 100, 2}, {value % 100, 2}});
}

}  // namespace

CalendarDate calendarDate(datetime time) {
  const int64_t seconds = time;
  const int64_t days = floorDivide(seconds, DAY_S);
  const int64_t rest = seconds - days * DAY_S;
  const int64_t shifted = days + 719'468;
  const int64_t cycle = floorDivide(shifted, DAYS_OF_400_YEARS);
  const int64_t ofCycle = shifted - cycle * DAYS_OF_400_YEARS;
  const int64_t year = (ofCycle - ofCycle / 1460 + ofCycle / 36'524 - ofCycle / 146'096) / 365;
  const int64_t ofYear = ofCycle - (365 * year + year / 4 - year / 100);
  const int64_t month = (5 * ofYear + 2) / 153;
  CalendarDate date;
  date.day = static_cast<int>(ofYear - (153 * month + 2) / 5 + 1);
  date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  date.year = year + cycle * 400 + (date.month <= 2 ? 1 : 0);
  date.hour = static_cast<int>(rest / 3600);
  date.minute = static_cast<int>(rest / 60 % 60);
  date.second = static_cast<int>(rest % 60);
  return date;
}

datetime datetimeOf(const CalendarDate& date) {
  const int64_t months = date.year * 12 + date.month - 1;
  const int64_t year = floorDivide(months, 12);
  const int64_t days = daysTo(year, static_cast<int>(months - year * 12) + 1, date.day);
  return days * DAY_S + date.hour * int64_t{3600} + date.minute * int64_t{60} + date.second;
}

int dayOfWeek(datetime time) {
  const int64_t days = floorDivide(time, DAY_S);
  return static_cast<int>(((days + 4) % 7 + 7) % 7);
}

int dayOfYear(datetime time) {
  return static_cast<int>(floorDivide(time, DAY_S) - daysTo(calendarDate(time).year, 1, 1));
}

datetime parseDatetime(const std::string& text) {
  std::vector<NumberRun> runs = numbersIn(text);
  if (!runs.empty() && runs[0].digits == 8) splitRun(runs, 0);
  if (runs.size() < 3) return 0;
  if (runs.size() == 4 && runs[3].digits == 6) splitRun(runs, 3);
  const auto part = [&](size_t at) { return at < runs.size() ? static_cast<int>(runs[at].value) : 0; };
  // "dd.mm.yyyy" has its year last.
  const bool yearLast = runs[0].digits <= 2 && runs[2].digits == 4;
  CalendarDate date;
  date.year = yearLast ? part(2) : part(0);
  date.month = part(1);
  date.day = yearLast ? part(0) : part(2);
  date.hour = part(3);
  date.minute = part(4);
  date.second = part(5);
  return date.year < 1970 || date.month < 1 || date.day < 1 ? datetime(0) : datetimeOf(date);
}

}  // namespace mql
