// What the translator writes where MQL5's operator is not that of C++: division, indexing, new, delete.
#pragma once

#include <limits>

#include "language/array.hpp"
#include "language/conversions.hpp"

namespace mql {

template <class T>
constexpr bool isIntegral = std::is_integral_v<T> || std::is_enum_v<T> || isDistinct<T>;

/** The integer that an operand is computed with. */
template <class T>
constexpr auto plain(const T& value) {
  if constexpr (isDistinct<T>) return static_cast<int64_t>(value);
  else return value;
}

template <class Left, class Right>
void checkDivision(const Left& left, const Right& right, const char* file, int line) {
  if (right == 0) critical("zero divide", file, line);
  using Common = decltype(left / right);
  if constexpr (std::is_signed_v<Common>) {
    const bool overflows = static_cast<Common>(left) == std::numeric_limits<Common>::min() &&
                           static_cast<Common>(right) == -1;
    if (overflows) critical("integer division overflow", file, line);
  }
}

template <class Left, class Right>
auto divide(const Left& left, const Right& right, const char* file = __builtin_FILE(),
            int line = __builtin_LINE()) {
  if constexpr (isIntegral<Left> && isIntegral<Right>) {
    checkDivision(plain(left), plain(right), file, line);
    return plain(left) / plain(right);
  } else if constexpr (isScalar<Left> && isScalar<Right>) {
    return plain(left) / plain(right);
  } else {
    return left / right;
  }
}

template <class Left, class Right>
auto modulo(const Left& left, const Right& right, const char* file = __builtin_FILE(),
            int line = __builtin_LINE()) {
  if constexpr (isIntegral<Left> && isIntegral<Right>) {
    checkDivision(plain(left), plain(right), file, line);
    return plain(left) % plain(right);
  } else {
    return left % right;
  }
}

template <class Target, class Value>
Target& divideAssign(Target& target, const Value& value, const char* file = __builtin_FILE(),
                     int line = __builtin_LINE()) {
  return target = static_cast<Target>(divide(target, value, file, line));
}

template <class Target, class Value>
Target& moduloAssign(Target& target, const Value& value, const char* file = __builtin_FILE(),
                     int line = __builtin_LINE()) {
  return target = static_cast<Target>(modulo(target, value, file, line));
}

template <class T>
std::true_type arrayTest(const Array<T>*);
std::false_type arrayTest(const void*);
template <class T>
constexpr bool isArray = decltype(arrayTest(static_cast<const T*>(nullptr)))::value;

/** `container[index]`: an array, a string, an object with operator[], or a pointer to one. */
template <class Container, class Index>
decltype(auto) at(Container& container, const Index& index, const char* file = __builtin_FILE(),
                  int line = __builtin_LINE()) {
  using Plain = std::remove_const_t<Container>;
  if constexpr (isArray<Plain>) {
    return container.at(static_cast<int64_t>(index), file, line);
  } else if constexpr (std::is_same_v<Plain, String>) {
    if (index < 0 || index >= container.length()) critical("string index out of range", file, line);
    return container.at(static_cast<int64_t>(index));
  } else if constexpr (isPointer<Plain>) {
    return (*container.checked(file, line))[index];
  } else {
    return container[index];
  }
}

/** The same for the array that a call has just returned. */
template <class Container, class Index, class = std::enable_if_t<!std::is_lvalue_reference_v<Container>>>
auto at(Container&& container, const Index& index, const char* file = __builtin_FILE(),
        int line = __builtin_LINE()) {
  return at<Container, Index>(container, index, file, line);
}

/** `new T(arguments)` */
template <class T, class... Arguments>
Pointer<T> create(Arguments&&... arguments) {
  T* object = new T(std::forward<Arguments>(arguments)...);
  object->becomeDynamic();
  return Pointer<T>(object);
}

/** `delete pointer`: nothing happens to NULL; what is no living object of `new` ends the program. */
template <class T>
void destroy(const Pointer<T>& pointer, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (pointer.raw() == nullptr) return;
  if (!pointer.isValid()) critical("delete of an invalid pointer", file, line);
  if (!pointer.raw()->isDynamic()) critical("delete of an object that new did not make", file, line);
  delete pointer.raw();
}

/** A pointer to an object, to the object of a pointer, or to this. */
template <class T>
Pointer<T> GetPointer(const Pointer<T>& pointer) { return pointer; }
template <class T, class = std::enable_if_t<std::is_base_of_v<Object, T>>>
Pointer<T> GetPointer(T& object) { return Pointer<T>(&object); }

/** `*pointer`. */
template <class T>
T& objectOf(const Pointer<T>& pointer, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  return *pointer.checked(file, line);
}

}  // namespace mql
