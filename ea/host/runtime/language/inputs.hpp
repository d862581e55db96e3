// Inputs as text: what a person writes into the terminal's dialog, and what the host's `input` verb sets.
#pragma once

#include <string>

#include "language/enums.hpp"

namespace mql::inputs {

inline std::string text(bool value) { return value ? "true" : "false"; }
inline std::string text(const String& value) { return value.toUtf8(); }

template <class T>
std::string text(T value) {
  if constexpr (std::is_enum_v<T>) return EnumToString(value).toUtf8();
  else return toText(value).toUtf8();
}

bool read(const std::string& text, bool& value);
bool read(const std::string& text, double& value);
bool read(const std::string& text, datetime& value);
bool read(const std::string& text, color& value);
bool read(const std::string& text, String& value);
/** A whole number between the two bounds. */
bool readWhole(const std::string& text, int64_t least, uint64_t most, int64_t& value);
/** A member's name, or the number of one. */
bool readMember(const std::string& text, const EnumNames& names, int32_t& value);

template <class T>
bool read(const std::string& text, T& value) {
  if constexpr (std::is_enum_v<T>) {
    int32_t number = 0;
    if (!readMember(text, enumNames_(value), number)) return false;
    value = static_cast<T>(number);
  } else if constexpr (std::is_floating_point_v<T>) {
    double number = 0.0;
    if (!read(text, number)) return false;
    value = static_cast<T>(number);
  } else {
    using Limits = std::numeric_limits<T>;
    int64_t number = 0;
    if (!readWhole(text, Limits::min(), Limits::max(), number)) return false;
    value = static_cast<T>(number);
  }
  return true;
}

}  // namespace mql::inputs
