// FileReadArray, FileWriteArray: numbers and plain structures in binary files, strings as lines of text
// files.
#pragma once
#include <algorithm>
#include <type_traits>

#include "generated/builtins.hpp"
#include "platform/builtins/file-binary.hpp"

namespace mql {

template <class T>
uint32_t FileWriteArray(int32_t handle, const Array<T>& array, int32_t start = 0, int32_t count = -1) {
  const int32_t from = std::clamp(start, 0, array.size());
  const int32_t to = count < 0 ? array.size() : std::min(array.size(), from + count);
  if constexpr (std::is_same_v<T, String>) {
    for (int32_t i = from; i < to; i++) {
      if (FileWriteString(handle, array[i] + u"\r\n"_s) == 0) return static_cast<uint32_t>(i - from);
    }
  } else {
    static_assert(std::is_trivially_copyable_v<T>, "FileWriteArray takes numbers, plain records and strings");
    const size_t bytes = sizeof(T) * static_cast<size_t>(to - from);
    if (!filebinary::write(handle, array.data() + from, bytes)) return 0;
  }
  return static_cast<uint32_t>(to - from);
}

template <class T>
uint32_t FileReadArray(int32_t handle, Array<T>& array, int32_t start = 0, int32_t count = -1) {
  const int32_t from = std::max(start, 0);
  uint32_t done = 0;
  if constexpr (std::is_same_v<T, String>) {
    for (; (count < 0 || done < static_cast<uint32_t>(count)) && !FileIsEnding(handle); done++) {
      const int32_t at = from + static_cast<int32_t>(done);
      if (at >= array.size() && array.resize(at + 1) < 0) return done;
      array.data()[at] = FileReadString(handle);
    }
  } else {
    static_assert(std::is_trivially_copyable_v<T>, "FileReadArray takes numbers, plain records and strings");
    size_t elements = filebinary::unread(handle) / sizeof(T);
    if (count >= 0) elements = std::min(elements, static_cast<size_t>(count));
    const int32_t end = from + static_cast<int32_t>(elements);
    const bool fits = end <= array.size() || array.resize(end) >= 0;
    if (!fits) elements = static_cast<size_t>(std::max(0, array.size() - from));
    if (!filebinary::read(handle, array.data() + from, sizeof(T) * elements)) return 0;
    done = static_cast<uint32_t>(elements);
  }
  return done;
}

}  // namespace mql
