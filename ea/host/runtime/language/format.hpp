// PrintFormat's little language. What a wrong specifier prints is not defined: here it ends the program.
#pragma once

#include <initializer_list>

#include "language/conversions.hpp"

namespace mql {

/** One value behind a format string, with what the specifier must agree to. */
struct FormatValue {
  enum class Kind { integer, real, text };

  Kind kind;
  int64_t integer = 0;
  /** Bytes of an integer's type. */
  int size = 0;
  double real = 0.0;
  String text;

  FormatValue(const String& value) : kind(Kind::text), text(value) {}
  template <class T, class = std::enable_if_t<isScalar<T>>>
  FormatValue(T value) : kind(std::is_floating_point_v<T> ? Kind::real : Kind::integer), size(sizeof(T)) {
    if constexpr (std::is_floating_point_v<T>) real = value;
    else integer = static_cast<int64_t>(value);
  }
};

/** The text, or the end of the program if the values do not fit the specifiers in number, order and type. */
String formatted(const String& format, std::initializer_list<FormatValue> values);

template <class... Values>
String StringFormat(const String& format, const Values&... values) {
  return formatted(format, {FormatValue(values)...});
}

}  // namespace mql
