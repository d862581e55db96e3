// Enumerations know their names. The translator gives each one `enumName_(E)`, nullptr for a value without a
// name, and `enumTitle_(E)`, the enumeration's own name.
#pragma once

#include "language/conversions.hpp"

namespace mql {

/** The name of the member, or "ENUM_TYPE::value" for a value that no member has. */
template <class E>
String EnumToString(E value) {
  const char* name = enumName_(value);
  if (name != nullptr) return text::ofAscii(name);
  return text::ofAscii(std::string(enumTitle_(value)) + "::" + std::to_string(static_cast<int32_t>(value)));
}

}  // namespace mql
