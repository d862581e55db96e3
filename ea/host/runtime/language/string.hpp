// string: UTF-16 units, copied by value, with a NULL state. Copies share their text until one changes.
#pragma once

#include <string>
#include <string_view>

#include "language/types.hpp"

namespace mql {

class String {
 public:
  String() = default;
  String(Null) {}
  explicit String(std::u16string_view text);
  String(const String& other);
  String(String&& other) noexcept;
  String& operator=(const String& other);
  String& operator=(String&& other) noexcept;
  ~String();

  /** Bytes that are no UTF-8 become U+FFFD. */
  static String fromUtf8(std::string_view text);
  /** Half of a surrogate pair becomes U+FFFD. */
  std::string toUtf8() const;

  /** True for a string that was never given a text: NULL, which is not "". */
  bool isNull() const { return text_ == nullptr; }
  bool isEmpty() const { return length() == 0; }
  int32_t length() const;
  std::u16string_view view() const;

  /** The unit at `index`, 0 at and behind the end. */
  uint16_t at(int64_t index) const;
  /** Writes a unit; false if `index` is behind the end. */
  bool put(int64_t index, uint16_t unit);

  String& append(std::u16string_view more);
  void assign(std::u16string_view text);
  void reserve(int32_t units);

 private:
  struct Text;
  Text* text_ = nullptr;

  void release();
  std::u16string& own();
};

inline String operator""_s(const char16_t* text, size_t length) { return String({text, length}); }

bool operator==(const String& left, const String& right);
inline bool operator!=(const String& left, const String& right) { return !(left == right); }
inline bool operator<(const String& left, const String& right) { return left.view() < right.view(); }
inline bool operator>(const String& left, const String& right) { return right < left; }
inline bool operator<=(const String& left, const String& right) { return !(right < left); }
inline bool operator>=(const String& left, const String& right) { return !(left < right); }

inline bool operator==(const String& left, Null) { return left.isNull(); }
inline bool operator!=(const String& left, Null) { return !left.isNull(); }
inline bool operator==(Null, const String& right) { return right.isNull(); }
inline bool operator!=(Null, const String& right) { return !right.isNull(); }

inline String operator+(String left, const String& right) {
  left.append(right.view());
  return left;
}
inline String& operator+=(String& left, const String& right) {
  return left.append(right.view());
}

}  // namespace mql
