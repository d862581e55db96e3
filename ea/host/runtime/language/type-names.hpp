// typename(…): what MQL5 calls a type.
#pragma once

#include "language/enums.hpp"

namespace mql {

template <class T>
const char* builtInTypeName() {
  if constexpr (std::is_same_v<T, bool>) return "bool";
  else if constexpr (std::is_same_v<T, int8_t>) return "char";
  else if constexpr (std::is_same_v<T, uint8_t>) return "uchar";
  else if constexpr (std::is_same_v<T, int16_t>) return "short";
  else if constexpr (std::is_same_v<T, uint16_t>) return "ushort";
  else if constexpr (std::is_same_v<T, int32_t>) return "int";
  else if constexpr (std::is_same_v<T, uint32_t>) return "uint";
  else if constexpr (std::is_same_v<T, int64_t>) return "long";
  else if constexpr (std::is_same_v<T, uint64_t>) return "ulong";
  else if constexpr (std::is_same_v<T, float>) return "float";
  else if constexpr (std::is_same_v<T, double>) return "double";
  else if constexpr (std::is_same_v<T, datetime>) return "datetime";
  else if constexpr (std::is_same_v<T, color>) return "color";
  else static_assert(std::is_same_v<T, String>, "typename() of a class is not available on the host");
  return "string";
}

template <class T>
String typeNameOf() {
  using Plain = std::remove_const_t<T>;
  if constexpr (std::is_enum_v<Plain>) return text::ofAscii(enumNames_(Plain{}).title);
  else return text::ofAscii(builtInTypeName<Plain>());
}

}  // namespace mql
