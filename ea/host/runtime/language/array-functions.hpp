// Arrays: sizes, values, searches, order.
#pragma once

#include "generated/builtins.hpp"

namespace mql {

/** Elements in all dimensions. */
template <class T>
int32_t ArraySize(const Array<T>& array) {
  if constexpr (FixedLength<T>::COUNT > 0) {
    return array.size() * ArraySize(T());
  } else {
    return array.size();
  }
}

template <class T>
int32_t ArrayRange(const Array<T>& array, int32_t rank_index) {
  if (rank_index == 0) return array.size();
  if constexpr (FixedLength<T>::COUNT > 0) return ArrayRange(T(), rank_index - 1);
  else return failed(ERR_INVALID_PARAMETER, 0);
}

template <class T>
int32_t ArrayResize(Array<T>& array, int32_t new_size, int32_t reserve_size = 0) {
  if (!array.isDynamic() && new_size <= array.size()) return new_size;
  if (array.resize(new_size, reserve_size) < 0) return failed(ERR_ARRAY_RESIZE_ERROR, -1);
  return ArraySize(array);
}

template <class T>
void ArrayFree(Array<T>& array) { array.clear(); }

template <class T>
bool ArrayIsDynamic(const Array<T>& array) { return array.isDynamic(); }
template <class T>
bool ArrayIsSeries(const Array<T>&) { return false; }
template <class T>
bool ArrayGetAsSeries(const Array<T>& array) { return array.isSeries(); }
template <class T>
bool ArraySetAsSeries(const Array<T>& array, bool flag) {
  return const_cast<Array<T>&>(array).setSeries(flag);
}

/** Sets every element; an array of arrays is one run of numbers. */
template <class T, class Value>
int32_t ArrayInitialize(Array<T>& array, Value value) {
  if constexpr (FixedLength<T>::COUNT > 0) {
    for (int32_t i = 0; i < array.size(); ++i) ArrayInitialize(array.data()[i], value);
  } else {
    std::fill(array.data(), array.data() + array.size(), static_cast<T>(value));
  }
  return ArraySize(array);
}

template <class T, class Value>
void ArrayFill(Array<T>& array, int32_t start, int32_t count, Value value) {
  if (start < 0 || count < 0 || start > array.size()) return setLastError(ERR_INVALID_PARAMETER);
  const int64_t end = std::min<int64_t>(array.size(), int64_t{start} + count);
  std::fill(array.data() + start, array.data() + end, static_cast<T>(value));
}

template <class T>
bool ArraySort(Array<T>& array) {
  std::sort(array.data(), array.data() + array.size());
  return true;
}

namespace arrays {

/** The first index of those that no other beats, or -1. */
template <class T, class Beats>
int32_t best(const Array<T>& array, int32_t start, int32_t count, Beats beats) {
  if (start < 0 || start >= array.size()) return failed(ERR_INVALID_PARAMETER, -1);
  const int64_t end = count < 0 ? array.size() : std::min<int64_t>(array.size(), int64_t{start} + count);
  int32_t found = start;
  for (int32_t i = start + 1; i < end; ++i) {
    if (beats(array[i], array[found])) found = i;
  }
  return found;
}

}  // namespace arrays

template <class T>
int32_t ArrayMaximum(const Array<T>& array, int32_t start = 0, int32_t count = WHOLE_ARRAY) {
  return arrays::best(array, start, count, [](const T& one, const T& other) { return one > other; });
}

template <class T>
int32_t ArrayMinimum(const Array<T>& array, int32_t start = 0, int32_t count = WHOLE_ARRAY) {
  return arrays::best(array, start, count, [](const T& one, const T& other) { return one < other; });
}

}  // namespace mql
