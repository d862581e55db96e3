// Enumerations know their names: the translator gives each one a function `enumNames_(E)`.
#pragma once

#include "language/conversions.hpp"

namespace mql {

struct EnumMember {
  const char* name;
  int32_t value;
};

struct EnumNames {
  const char* title;
  const EnumMember* members;
  int count;

  const EnumMember* begin() const { return members; }
  const EnumMember* end() const { return members + count; }
};

/** The name of the member, or "ENUM_TYPE::value" for a value that no member has. */
template <class E>
String EnumToString(E value) {
  const EnumNames names = enumNames_(value);
  for (const EnumMember& member : names) {
    if (member.value == static_cast<int32_t>(value)) return text::ofAscii(member.name);
  }
  return text::ofAscii(std::string(names.title) + "::" + std::to_string(static_cast<int32_t>(value)));
}

}  // namespace mql
