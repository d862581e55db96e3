// Arrays: T name[] is Array<T>, T name[N] is FixedArray<T, N>, and an array parameter is Array<T>& for both.
#pragma once

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <new>
#include <string>

#include "language/critical.hpp"
#include "language/types.hpp"

namespace mql {

/** What is in elements that nobody wrote is not specified: the host fills them so that it shows. */
constexpr unsigned char UNWRITTEN_BYTE = 0xCD;

template <class T>
class Array {
 public:
  using Element = T;

  Array() = default;
  Array(std::initializer_list<T> values) {
    resize(static_cast<int32_t>(values.size()));
    std::copy(values.begin(), values.end(), data_);
  }
  Array(const Array& other) { *this = other; }
  Array& operator=(const Array& other) {
    if (this == &other) return *this;
    if (dynamic_) resize(other.size_);
    std::copy(other.data_, other.data_ + std::min(size_, other.size_), data_);
    series_ = other.series_ && dynamic_;
    return *this;
  }
  ~Array() { if (dynamic_) delete[] data_; }

  int32_t size() const { return size_; }
  bool isDynamic() const { return dynamic_; }
  bool isSeries() const { return series_; }
  /** False for an array of fixed size, which cannot be a series. */
  bool setSeries(bool series) {
    if (dynamic_) series_ = series;
    return dynamic_;
  }

  /** Elements in the order of memory, whatever the series flag says. */
  T* data() { return data_; }
  const T* data() const { return data_; }

  T& at(int64_t index, const char* file, int line) { return data_[place(index, file, line)]; }
  const T& at(int64_t index, const char* file, int line) const { return data_[place(index, file, line)]; }
  T& operator[](int64_t index) { return at(index, "the runtime", 0); }
  const T& operator[](int64_t index) const { return at(index, "the runtime", 0); }

  /** The new size, or -1 where an array of fixed size was asked for another one. */
  int32_t resize(int32_t size, int32_t reserve = 0) {
    if (!dynamic_) return size == size_ ? size : -1;
    if (size < 0) return -1;
    if (size > capacity_) grow(size, reserve);
    size_ = size;
    return size;
  }

  /** Drops the elements and the memory. */
  void clear() {
    if (!dynamic_) return;
    delete[] data_;
    data_ = nullptr;
    size_ = capacity_ = 0;
  }

  void swap(Array& other) {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    std::swap(series_, other.series_);
  }

 protected:
  Array(T* room, int32_t size) : data_(room), size_(size), capacity_(size), dynamic_(false) {}

 private:
  T* data_ = nullptr;
  int32_t size_ = 0;
  int32_t capacity_ = 0;
  bool dynamic_ = true;
  bool series_ = false;

  int64_t place(int64_t index, const char* file, int line) const {
    if (index < 0 || index >= size_) critical("array out of range", file, line);
    return series_ ? size_ - 1 - index : index;
  }

  /** Grows by what the program reserves, and by half at least. */
  void grow(int32_t size, int32_t reserve) {
    const int64_t asked = int64_t{size} + std::max(reserve, 0);
    const int64_t wanted = std::max<int64_t>(asked, int64_t{capacity_} * 3 / 2);
    const int32_t capacity = static_cast<int32_t>(std::min<int64_t>(wanted, INT32_MAX));
    T* room = new T[capacity];
    if constexpr (std::is_same_v<T, bool>) std::fill(room, room + capacity, true);
    else if constexpr (isNumber<T>) std::memset(room, UNWRITTEN_BYTE, sizeof(T) * capacity);
    std::move(data_, data_ + size_, room);
    delete[] data_;
    data_ = room;
    capacity_ = capacity;
  }
};

template <class T, int32_t N>
class FixedArray : public Array<T> {
 public:
  FixedArray() : Array<T>(room_, N), room_{} {}
  FixedArray(std::initializer_list<T> values) : FixedArray() {
    std::copy(values.begin(), values.begin() + std::min<size_t>(values.size(), N), room_);
  }
  FixedArray(const FixedArray& other) : FixedArray() { *this = other; }
  FixedArray& operator=(const FixedArray& other) {
    std::copy(other.room_, other.room_ + N, room_);
    return *this;
  }

 private:
  T room_[N];
};

}  // namespace mql
