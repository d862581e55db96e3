// MQL5's conversions: every type to text and back, and the casts of numbers that C++ leaves undefined.
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <type_traits>

#include "language/pointer.hpp"
#include "language/string.hpp"
#include "language/types.hpp"

namespace mql {

template <class T>
constexpr bool isDistinct = std::is_same_v<T, datetime> || std::is_same_v<T, color>;

/** Whatever Print takes and (string) converts, text apart. */
template <class T>
constexpr bool isScalar = isNumber<T> || std::is_enum_v<T> || isDistinct<T>;

namespace text {

String ofInteger(int64_t value);
String ofUnsigned(uint64_t value);
String ofBool(bool value);
/** Up to 16 significant digits; a whole number ends in ".0". */
String ofDouble(double value);
/** Up to 5 digits after the point. */
String ofFloat(float value);
/** YYYY.MM.DD HH:MI:SS */
String ofDatetime(datetime value);
/** R,G,B */
String ofColor(color value);
String ofAscii(const std::string& ascii);

/** The number at the start of a text; 0 where there is none. */
double toDouble(const String& text);
int64_t toInteger(const String& text);
uint64_t toUnsigned(const String& text);
datetime toDatetime(const String& text);
/** "R,G,B". */
color toColor(const String& text);
/** "true", or a number that is not 0. */
bool toBool(const String& text);

}  // namespace text

inline String toText(const String& value) { return value; }
inline String toText(Null) { return String(); }
inline String toText(datetime value) { return text::ofDatetime(value); }
inline String toText(color value) { return text::ofColor(value); }

template <class T, class = std::enable_if_t<isNumber<T> || std::is_enum_v<T>>>
String toText(T value) {
  if constexpr (std::is_same_v<T, bool>) return text::ofBool(value);
  else if constexpr (std::is_same_v<T, float>) return text::ofFloat(value);
  else if constexpr (std::is_floating_point_v<T>) return text::ofDouble(static_cast<double>(value));
  else if constexpr (std::is_unsigned_v<T>) return text::ofUnsigned(value);
  else return text::ofInteger(static_cast<int64_t>(value));
}

template <class T, class = std::enable_if_t<isScalar<T>>>
String operator+(const String& left, T right) { return left + toText(right); }
template <class T, class = std::enable_if_t<isScalar<T>>>
String operator+(T left, const String& right) { return toText(left) + right; }
template <class T, class = std::enable_if_t<isScalar<T>>>
String& operator+=(String& left, T right) { return left += toText(right); }

/** A real number that does not fit is what the processor makes of it: the smallest 64-bit integer. */
template <class Integer>
Integer truncated(double value) {
  constexpr double TWO_63 = 9223372036854775808.0;
  if constexpr (std::is_same_v<Integer, uint64_t>) {
    if (value >= TWO_63 && value < 2 * TWO_63) return static_cast<uint64_t>(value);
  }
  const bool fits = value >= -TWO_63 && value < TWO_63;
  return static_cast<Integer>(fits ? static_cast<int64_t>(value) : std::numeric_limits<int64_t>::min());
}

/** A conversion to a number type, from any number type. */
template <class To, class From>
constexpr To number(From value) {
  if constexpr (std::is_same_v<To, bool>) return value != From{};
  else if constexpr (std::is_floating_point_v<From> && std::is_integral_v<To>) return truncated<To>(value);
  else return static_cast<To>(value);
}

template <class To>
To fromText(const String& value) {
  if constexpr (std::is_same_v<To, datetime>) return text::toDatetime(value);
  else if constexpr (std::is_same_v<To, color>) return text::toColor(value);
  else if constexpr (std::is_same_v<To, bool>) return text::toBool(value);
  else if constexpr (std::is_floating_point_v<To>) return static_cast<To>(text::toDouble(value));
  else if constexpr (std::is_same_v<To, uint64_t>) return text::toUnsigned(value);
  else return static_cast<To>(text::toInteger(value));
}

template <class T>
struct PointerTarget {};
template <class T>
struct PointerTarget<Pointer<T>> { using Type = T; };
template <class T>
constexpr bool isPointer = false;
template <class T>
constexpr bool isPointer<Pointer<T>> = true;

/** dynamic_cast<T *>(p): NULL where the object is of another class. */
template <class To, class From>
To dynamicCast(const Pointer<From>& pointer) {
  return pointer.isValid() ? To(dynamic_cast<typename To::Target*>(pointer.raw())) : To();
}

/** (T *)p: ends the program where the object is of another class. */
template <class To, class From>
To pointerCast(const Pointer<From>& pointer, const char* file, int line) {
  if (pointer.raw() == nullptr) return To();
  const To cast = dynamicCast<To>(pointer);
  if (cast.raw() == nullptr) critical("incorrect casting of pointers", file, line);
  return cast;
}

/** The explicit cast `(To)value`. */
template <class To, class From>
constexpr To cast(const From& value, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if constexpr (std::is_same_v<To, From>) return value;
  else if constexpr (std::is_same_v<To, String>) return toText(value);
  else if constexpr (std::is_same_v<From, String>) return fromText<To>(value);
  else if constexpr (isPointer<To> && isPointer<From>) return pointerCast<To>(value, file, line);
  else if constexpr (isDistinct<From>) return cast<To>(number<int64_t>(value));
  else if constexpr (isDistinct<To>) return To(number<int64_t>(value));
  else if constexpr (isNumber<To> && isScalar<From>) return number<To>(value);
  else if constexpr (std::is_enum_v<To> && isNumber<From>) return static_cast<To>(number<int32_t>(value));
  else return static_cast<To>(value);
}

}  // namespace mql
