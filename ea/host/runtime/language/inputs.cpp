#include "language/inputs.hpp"

#include <cerrno>
#include <cstdlib>

#include "language/calendar-date.hpp"

namespace mql::inputs {

bool read(const std::string& text, bool& value) {
  value = text == "true" || text == "1";
  return value || text == "false" || text == "0";
}

bool read(const std::string& text, double& value) {
  char* end = nullptr;
  value = std::strtod(text.c_str(), &end);
  return !text.empty() && *end == '\0' && std::isfinite(value);
}

bool read(const std::string& text, datetime& value) {
  int64_t seconds = 0;
  if (readWhole(text, 0, INT64_MAX, seconds)) value = seconds;
  else value = parseDatetime(text);
  return value != 0 || text == "0" || text.rfind("1970.01.01", 0) == 0;
}

bool read(const std::string& text, color& value) {
  int64_t bits = 0;
  if (!readWhole(text, 0, 0xFFFFFF, bits)) return false;
  value = bits;
  return true;
}

bool read(const std::string& text, String& value) {
  value = String::fromUtf8(text);
  return true;
}

bool readWhole(const std::string& text, int64_t least, uint64_t most, int64_t& value) {
  char* end = nullptr;
  errno = 0;
  const bool isNegative = !text.empty() && text[0] == '-';
  const uint64_t bits = isNegative ? static_cast<uint64_t>(std::strtoll(text.c_str(), &end, 10))
                                   : std::strtoull(text.c_str(), &end, 10);
  value = static_cast<int64_t>(bits);
  if (text.empty() || *end != '\0' || errno != 0) return false;
  return isNegative ? value >= least : bits <= most;
}

bool readMember(const std::string& text, const EnumNames& names, int32_t& value) {
  for (const EnumMember& member : names) {
    if (text != member.name && text != std::to_string(member.value)) continue;
    value = member.value;
    return true;
  }
  return false;
}

}  // namespace mql::inputs
