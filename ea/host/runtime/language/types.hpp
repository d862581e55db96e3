// The types of MQL5 that C++ lacks: datetime, color, NULL, WRONG_VALUE. The numbers are those of <cstdint>.
#pragma once

#include <cstdint>
#include <type_traits>

namespace mql {

template <class T>
constexpr bool isNumber = std::is_arithmetic_v<T>;

/** A number with a name of its own, so that text and overloads can tell it from the integer it holds. */
template <class Integer, class Tag>
class Distinct {
 public:
  constexpr Distinct() = default;

  template <class Number, class = std::enable_if_t<isNumber<Number>>>
  constexpr Distinct(Number value) : value_(static_cast<Integer>(value)) {}

  constexpr operator Integer() const { return value_; }

  template <class Number>
  Distinct& operator+=(Number other) { return *this = value_ + other; }
  template <class Number>
  Distinct& operator-=(Number other) { return *this = value_ - other; }
  template <class Number>
  Distinct& operator*=(Number other) { return *this = value_ * other; }
  template <class Number>
  Distinct& operator&=(Number other) { return *this = value_ & other; }
  template <class Number>
  Distinct& operator|=(Number other) { return *this = value_ | other; }

  Distinct& operator++() { return *this += 1; }
  Distinct& operator--() { return *this -= 1; }
  Distinct operator++(int) { Distinct before = *this; ++*this; return before; }
  Distinct operator--(int) { Distinct before = *this; --*this; return before; }

 private:
  Integer value_ = 0;
};

/** Seconds since 1970-01-01. */
using datetime = Distinct<int64_t, struct DatetimeTag>;

/** A time and a number of seconds are a time again; between two times lie seconds. */
template <class Integer, class = std::enable_if_t<std::is_integral_v<Integer>>>
constexpr datetime operator+(datetime time, Integer seconds) {
  return int64_t{time} + static_cast<int64_t>(seconds);
}
template <class Integer, class = std::enable_if_t<std::is_integral_v<Integer>>>
constexpr datetime operator+(Integer seconds, datetime time) { return time + seconds; }
template <class Integer, class = std::enable_if_t<std::is_integral_v<Integer>>>
constexpr datetime operator-(datetime time, Integer seconds) {
  return int64_t{time} - static_cast<int64_t>(seconds);
}

/** 0x00BBGGRR. */
using color = Distinct<uint32_t, struct ColorTag>;

/** NULL: an empty string, a pointer to nothing, or zero, as the place asks. */
struct Null {
  template <class Number, class = std::enable_if_t<isNumber<Number>>>
  constexpr operator Number() const { return Number{0}; }
};
inline constexpr Null null{};

/** WRONG_VALUE: -1 in any enumeration or number. */
struct WrongValue {
  template <class Target, class = std::enable_if_t<isNumber<Target> || std::is_enum_v<Target>>>
  constexpr operator Target() const { return static_cast<Target>(-1); }
};
inline constexpr WrongValue WRONG_VALUE{};

template <class Target, class = std::enable_if_t<isNumber<Target> || std::is_enum_v<Target>>>
constexpr bool operator==(Target value, WrongValue) { return value == static_cast<Target>(-1); }
template <class Target, class = std::enable_if_t<isNumber<Target> || std::is_enum_v<Target>>>
constexpr bool operator!=(Target value, WrongValue) { return value != static_cast<Target>(-1); }

}  // namespace mql
