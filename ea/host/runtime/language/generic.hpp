// Built-ins that take values of any type: they are templates here, and not in the generated header.
#pragma once

#include "generated/builtins.hpp"
#include "language/array-functions.hpp"
#include "language/array-moves.hpp"

namespace mql {

template <class T>
T MathAbs(T value) { return value < T(0) ? static_cast<T>(-value) : value; }
template <class T>
T MathMax(T value1, T value2) { return value1 > value2 ? value1 : value2; }
template <class T>
T MathMin(T value1, T value2) { return value1 < value2 ? value1 : value2; }
template <class T>
T fabs(T value) { return MathAbs(value); }
template <class T>
T fmax(T value1, T value2) { return MathMax(value1, value2); }
template <class T>
T fmin(T value1, T value2) { return MathMin(value1, value2); }

template <class T>
ENUM_POINTER_TYPE CheckPointer(const Pointer<T>& pointer) {
  if (!pointer.isValid()) return POINTER_INVALID;
  return pointer.raw()->isDynamic() ? POINTER_DYNAMIC : POINTER_AUTOMATIC;
}
template <class T, class = std::enable_if_t<std::is_base_of_v<Object, T>>>
ENUM_POINTER_TYPE CheckPointer(T& object) { return CheckPointer(GetPointer(object)); }

}  // namespace mql
