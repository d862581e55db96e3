// Numbers, dates and colours as strings, and back.
#include <cinttypes>
#include <string>

#include "generated/builtins.hpp"

namespace mql {

namespace {

template <class Value>
std::string printed(const char* format, int precision, Value value) {
  char buffer[400];
  std::snprintf(buffer, sizeof buffer, format, precision, value);
  return buffer;
}

}  // namespace

int64_t StringToInteger(String value) { return text::toInteger(value); }
double StringToDouble(String value) { return text::toDouble(value); }
datetime StringToTime(const String time_string) { return text::toDatetime(time_string); }

String IntegerToString(int64_t number, int32_t str_len, uint16_t fill_symbol) {
  const std::string digits = std::to_string(number);
  const size_t width = str_len < 0 ? 0 : static_cast<size_t>(str_len);
  std::u16string out(width > digits.size() ? width - digits.size() : 0, static_cast<char16_t>(fill_symbol));
  out.append(digits.begin(), digits.end());
  return String(out);
}

String DoubleToString(double value, int32_t digits) {
  const bool isFixed = digits >= 0 || digits < -16;
  const int places = digits > 16 || digits < -16 ? 8 : std::abs(digits);
  return text::ofAscii(printed(isFixed ? "%.*f" : "%.*e", places, value));
}

String TimeToString(datetime value, int32_t mode) {
  const CalendarDate date = calendarDate(value);
  char day[32] = "", time[16] = "";
  if (mode & TIME_DATE) {
    std::snprintf(day, sizeof day, "%04" PRId64 ".%02d.%02d", date.year, date.month, date.day);
  }
  if (mode & TIME_SECONDS) {
    std::snprintf(time, sizeof time, "%02d:%02d:%02d", date.hour, date.minute, date.second);
  } else if (mode & TIME_MINUTES) {
    std::snprintf(time, sizeof time, "%02d:%02d", date.hour, date.minute);
  }
  return text::ofAscii(std::string(day) + (*day && *time ? " " : "") + time);
}

color StringToColor(String color_string) { return text::toColor(color_string); }

/** The host knows no names of colours: R,G,B is what the terminal writes for a colour without one. */
String ColorToString(color color_value, bool) { return text::ofColor(color_value); }

uint32_t ColorToARGB(color clr, uint8_t alpha) {
  const uint32_t bits = clr;
  return uint32_t{alpha} << 24 | (bits & 0xFF) << 16 | (bits & 0xFF00) | (bits >> 16 & 0xFF);
}

}  // namespace mql
