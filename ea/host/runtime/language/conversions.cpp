#include "language/conversions.hpp"

#include <cinttypes>
#include <cstdio>
#include <cstdlib>

#include "language/calendar-date.hpp"

namespace mql::text {

namespace {

bool isSpace(char16_t unit) { return unit == u' ' || (unit >= u'\t' && unit <= u'\r'); }

/** The text in ASCII from the first character that is no white space; anything else ends it. */
std::string asciiOf(const String& text) {
  std::string ascii;
  for (const char16_t unit : text.view()) {
    if (ascii.empty() && isSpace(unit)) continue;
    if (unit >= 0x80 || unit == 0) break;
    ascii += static_cast<char>(unit);
  }
  return ascii;
}

bool isDigit(char character) { return character >= '0' && character <= '9'; }

/** strtod also reads "inf" and "nan", which are no numbers here. */
bool startsNumber(const std::string& ascii) {
  const size_t sign = !ascii.empty() && (ascii[0] == '-' || ascii[0] == '+') ? 1 : 0;
  const size_t point = ascii.size() > sign && ascii[sign] == '.' ? 1 : 0;
  return ascii.size() > sign + point && isDigit(ascii[sign + point]);
}

int baseOf(const std::string& ascii) {
  const size_t sign = !ascii.empty() && (ascii[0] == '-' || ascii[0] == '+') ? 1 : 0;
  const std::string prefix = ascii.substr(sign, 2);
  return prefix == "0x" || prefix == "0X" ? 16 : 10;
}

std::string formatted(const char* format, double value, int precision) {
  char buffer[400];
  std::snprintf(buffer, sizeof buffer, format, precision, value);
  return buffer;
}

std::string notANumber(double value) {
  if (std::isnan(value)) return std::signbit(value) ? "-nan(ind)" : "nan";
  return value < 0 ? "-inf" : "inf";
}

}  // namespace

String ofAscii(const std::string& ascii) { return String::fromUtf8(ascii); }
String ofInteger(int64_t value) { return ofAscii(std::to_string(value)); }
String ofUnsigned(uint64_t value) { return ofAscii(std::to_string(value)); }
String ofBool(bool value) { return value ? u"true"_s : u"false"_s; }

String ofDouble(double value) {
  if (!std::isfinite(value)) return ofAscii(notANumber(value));
  std::string text = formatted("%.*g", value, 16);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return ofAscii(text);
}

String ofFloat(float value) {
  if (!std::isfinite(value)) return ofAscii(notANumber(value));
  std::string text = formatted("%.*f", value, 5);
  while (text.back() == '0' && text[text.size() - 2] != '.') text.pop_back();
  return ofAscii(text);
}

String ofDatetime(datetime value) {
  const CalendarDate date = calendarDate(value);
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%04" PRId64 ".%02d.%02d %02d:%02d:%02d", date.year, date.month,
                date.day, date.hour, date.minute, date.second);
  return ofAscii(buffer);
}

String ofColor(color value) {
  const uint32_t bits = value;
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%u,%u,%u", bits & 0xFF, bits >> 8 & 0xFF, bits >> 16 & 0xFF);
  return ofAscii(buffer);
}

double toDouble(const String& text) {
  const std::string ascii = asciiOf(text);
  return startsNumber(ascii) ? std::strtod(ascii.c_str(), nullptr) : 0.0;
}

int64_t toInteger(const String& text) {
  const std::string ascii = asciiOf(text);
  return std::strtoll(ascii.c_str(), nullptr, baseOf(ascii));
}

uint64_t toUnsigned(const String& text) {
  const std::string ascii = asciiOf(text);
  return std::strtoull(ascii.c_str(), nullptr, baseOf(ascii));
}

color toColor(const String& text) {
  unsigned red = 0, green = 0, blue = 0;
  const int read = std::sscanf(asciiOf(text).c_str(), "%u,%u,%u", &red, &green, &blue);
  return read == 3 ? (blue & 0xFF) << 16 | (green & 0xFF) << 8 | (red & 0xFF) : 0;
}

bool toBool(const String& text) { return asciiOf(text) == "true" || toDouble(text) != 0.0; }

datetime toDatetime(const String& text) { return parseDatetime(asciiOf(text)); }

}  // namespace mql::text
