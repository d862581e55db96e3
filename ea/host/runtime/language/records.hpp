// Structures, field by field. The translator gives each `template <class Visit> void fields_(Visit&& visit)`
// and `byteSize_()`; sizes and bytes are those of MQL5, whatever C++ does to the layout.
#pragma once

#include <cstring>
#include <type_traits>

#include "language/operators.hpp"
#include "language/conversions.hpp"

namespace mql {

template <class T, class = void>
constexpr bool isRecord = false;
template <class T>
constexpr bool isRecord<T, std::void_t<decltype(T::byteSize_())>> = true;

template <class T>
struct FixedLength { static constexpr int32_t COUNT = 0; };
template <class T, int32_t N>
struct FixedLength<FixedArray<T, N>> {
  using Element = T;
  static constexpr int32_t COUNT = N;
};

/** sizeof: what MQL5 says of a type. A string and a dynamic array are their descriptors. */
template <class T>
constexpr uint64_t sizeOf() {
  if constexpr (isRecord<T>) return T::byteSize_();
  else if constexpr (FixedLength<T>::COUNT > 0)
    return FixedLength<T>::COUNT * sizeOf<typename FixedLength<T>::Element>();
  else if constexpr (std::is_same_v<T, String>) return 12;
  else if constexpr (isPointer<T>) return 8;
  else if constexpr (isScalar<T>) return sizeof(T);
  else return 52;
}

template <class T>
void ZeroMemory(T& variable) {
  if constexpr (isRecord<T>) variable.fields_([](auto& field) { ZeroMemory(field); });
  else if constexpr (isScalar<T>) variable = static_cast<T>(0);
  else variable = T();
}

template <class T>
void ZeroMemory(Array<T>& array) {
  for (int32_t i = 0; i < array.size(); ++i) ZeroMemory(array.data()[i]);
}
template <class T, int32_t N>
void ZeroMemory(FixedArray<T, N>& array) { ZeroMemory(static_cast<Array<T>&>(array)); }

namespace records {

/** Calls `each(scalar)` for every number of a plain structure, in order. */
template <class T, class Each>
void scalars(T& value, Each&& each) {
  if constexpr (isRecord<T>) {
    value.fields_([&](auto& field) { scalars(field, each); });
  } else if constexpr (isArray<T>) {
    for (int32_t i = 0; i < value.size(); ++i) scalars(value.data()[i], each);
  } else {
    static_assert(isScalar<T>, "a structure with strings, dynamic arrays or objects has no bytes");
    each(value);
  }
}

template <class T>
void write(const T& record, uint8_t* bytes) {
  scalars(const_cast<T&>(record), [&](auto& scalar) {
    std::memcpy(bytes, &scalar, sizeof scalar);
    bytes += sizeof scalar;
  });
}

template <class T>
void read(T& record, const uint8_t* bytes) {
  scalars(record, [&](auto& scalar) {
    std::memcpy(&scalar, bytes, sizeof scalar);
    bytes += sizeof scalar;
  });
}

}  // namespace records

template <class T>
bool StructToCharArray(const T& record, Array<uint8_t>& bytes, uint32_t start = 0) {
  const int64_t end = int64_t{start} + static_cast<int64_t>(sizeOf<T>());
  if (end > bytes.size() && bytes.resize(static_cast<int32_t>(end)) < 0) return false;
  records::write(record, bytes.data() + start);
  return true;
}

template <class T>
bool CharArrayToStruct(T& record, const Array<uint8_t>& bytes, uint32_t start = 0) {
  if (int64_t{start} + static_cast<int64_t>(sizeOf<T>()) > bytes.size()) return false;
  records::read(record, bytes.data() + start);
  return true;
}

}  // namespace mql
