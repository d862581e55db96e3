// Operands from the left. MQL5 computes the left operand first, C++ either: `left(a) << plus(b)` is a + b in
// that order, as C++17 computes the two sides of << from the left.
#pragma once

#include "language/operators.hpp"

namespace mql {

/** Values are kept, for what comes later may change their variables; objects are not copied. */
template <class T>
using Kept = std::conditional_t<isScalar<T> || std::is_same_v<T, String> || isPointer<T>, T, const T&>;

template <class T>
struct Left {
  Kept<T> value;
};

template <class Operation, class T>
struct Right {
  Kept<T> value;
};

template <class T>
Left<T> left(const T& value) { return {value}; }

template <class A, class Operation, class B>
auto operator<<(const Left<A>& one, const Right<Operation, B>& other) {
  return Operation::of(one.value, other.value);
}

#define MQL_ORDERED(name, sign)                                                     \
  struct name##_ {                                                                  \
    template <class A, class B>                                                     \
    static auto of(const A& one, const B& other) { return one sign other; }         \
  };                                                                                \
  template <class T>                                                                \
  Right<name##_, T> name(const T& value) { return {value}; }

MQL_ORDERED(plus, +)
MQL_ORDERED(minus, -)
MQL_ORDERED(times, *)
MQL_ORDERED(isLess, <)
MQL_ORDERED(isGreater, >)
MQL_ORDERED(isLessOrEqual, <=)
MQL_ORDERED(isGreaterOrEqual, >=)
MQL_ORDERED(isEqual, ==)
MQL_ORDERED(isDifferent, !=)
MQL_ORDERED(bitAnd, &)
MQL_ORDERED(bitOr, |)
MQL_ORDERED(bitXor, ^)
#undef MQL_ORDERED

/** A division knows where it stands, for a zero divisor. */
template <class T>
struct Divisor {
  Kept<T> value;
  const char* file;
  int line;
};

template <class T>
Divisor<T> over(const T& value, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  return {value, file, line};
}
template <class A, class B>
auto operator<<(const Left<A>& one, const Divisor<B>& other) {
  return divide(one.value, other.value, other.file, other.line);
}

}  // namespace mql
