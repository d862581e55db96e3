// Arrays: copying, inserting, removing, swapping and comparing runs of elements.
#pragma once

#include <algorithm>

#include "language/array-functions.hpp"

namespace mql {

namespace arrays {

/** Elements of a run inside an array; -1 if it starts outside. A negative or too large count is the rest. */
inline int64_t runLength(int64_t size, int64_t start, int64_t count) {
  if (start < 0 || start > size) return -1;
  return count < 0 || count > size - start ? size - start : count;
}

/** The place in memory of `count` elements whose first index is `start`. */
template <class T>
int64_t offset(const Array<T>& array, int64_t start, int64_t count) {
  return array.isSeries() ? array.size() - start - count : start;
}

}  // namespace arrays

/** Copies from left to right; a dynamic target grows, a fixed one takes what fits. */
template <class T, class U>
int32_t ArrayCopy(Array<T>& dst_array, const Array<U>& src_array, int32_t dst_start = 0,
                  int32_t src_start = 0, int32_t count = WHOLE_ARRAY) {
  int64_t copied = arrays::runLength(src_array.size(), src_start, count);
  if (copied < 0 || dst_start < 0) return failed(ERR_INVALID_PARAMETER, 0);
  if (dst_start + copied > dst_array.size()) dst_array.resize(static_cast<int32_t>(dst_start + copied));
  copied = std::min<int64_t>(copied, dst_array.size() - dst_start);
  if (copied <= 0) return 0;
  const Array<U> moved = static_cast<const void*>(&src_array) == &dst_array ? src_array : Array<U>();
  const Array<U>& source = moved.size() > 0 ? moved : src_array;
  const U* from = source.data() + arrays::offset(src_array, src_start, copied);
  T* to = dst_array.data() + arrays::offset(dst_array, dst_start, copied);
  for (int64_t i = 0; i < copied; ++i) to[i] = cast<T>(from[i]);
  return static_cast<int32_t>(copied);
}

/** -1, 0 or 1; -2 where a start lies outside. */
template <class T>
int32_t ArrayCompare(const Array<T>& array1, const Array<T>& array2, int32_t start1 = 0, int32_t start2 = 0,
                     int32_t count = WHOLE_ARRAY) {
  const int64_t left = arrays::runLength(array1.size(), start1, count);
  const int64_t right = arrays::runLength(array2.size(), start2, count);
  if (left < 0 || right < 0) return -2;
  for (int64_t i = 0; i < std::min(left, right); ++i) {
    const T& one = array1[start1 + i];
    const T& other = array2[start2 + i];
    if (one < other) return -1;
    if (other < one) return 1;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A fixed array is overwritten: the reference says that its elements move, and prints that they do not. */
template <class T>
bool ArrayInsert(Array<T>& dst_array, const Array<T>& src_array, uint32_t dst_start, uint32_t src_start = 0,
                 uint32_t count = static_cast<uint32_t>(WHOLE_ARRAY)) {
  if (&dst_array == &src_array) return failed(ERR_INVALID_ARRAY, false);
  const int64_t wanted = count == static_cast<uint32_t>(WHOLE_ARRAY) ? -1 : int64_t{count};
  int64_t inserted = arrays::runLength(src_array.size(), src_start, wanted);
  const int32_t before = dst_array.size();
  if (inserted <= 0 || dst_start > static_cast<uint32_t>(before)) return failed(ERR_SMALL_ARRAY, false);
  dst_array.resize(static_cast<int32_t>(before + inserted));
  inserted = std::min<int64_t>(inserted, dst_array.size() - dst_start);
  T* at = dst_array.data() + dst_start;
  const int64_t tail = dst_array.isDynamic() ? dst_array.size() - dst_start - inserted : 0;
  std::move_backward(at, at + tail, at + tail + inserted);
  std::copy(src_array.data() + src_start, src_array.data() + src_start + inserted, at);
  return true;
}

/** A fixed array keeps its size: its tail moves to the gap and stays where it was too. */
template <class T>
bool ArrayRemove(Array<T>& array, uint32_t start, uint32_t count = static_cast<uint32_t>(WHOLE_ARRAY)) {
  const int64_t size = array.size();
  if (start >= size) return failed(ERR_SMALL_ARRAY, false);
  const int64_t removed = count == static_cast<uint32_t>(WHOLE_ARRAY) ? size - start : int64_t{count};
  if (removed > size - start) return failed(ERR_INVALID_PARAMETER, false);
  std::copy(array.data() + start + removed, array.data() + size, array.data() + start);
  if (array.isDynamic()) array.resize(static_cast<int32_t>(size - removed));
  return true;
}

template <class T>
bool ArrayReverse(Array<T>& array, uint32_t start = 0, uint32_t count = static_cast<uint32_t>(WHOLE_ARRAY)) {
  const int64_t wanted = count == static_cast<uint32_t>(WHOLE_ARRAY) ? -1 : int64_t{count};
  const int64_t length = arrays::runLength(array.size(), start, wanted);
  if (length < 0) return failed(ERR_SMALL_ARRAY, false);
  std::reverse(array.data() + start, array.data() + start + length);
  return true;
}

template <class T>
bool ArraySwap(Array<T>& array1, Array<T>& array2) {
  if (!array1.isDynamic() || !array2.isDynamic()) return failed(ERR_INVALID_ARRAY, false);
  array1.swap(array2);
  return true;
}

}  // namespace mql
