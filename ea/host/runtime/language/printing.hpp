// Built-ins that take any number of values: Print, PrintFormat, Comment, Alert, StringConcatenate.
#pragma once

#include "language/format.hpp"
#include "language/output.hpp"

namespace mql {

template <class... Values>
String joined(const Values&... values) {
  String text = u""_s;
  (text.append(toText(values).view()), ...);
  return text;
}

template <class... Values>
void Print(const Values&... values) { output::print(joined(values...)); }

template <class... Values>
void Comment(const Values&... values) { output::comment(joined(values...)); }

template <class... Values>
void Alert(const Values&... values) { output::alert(joined(values...)); }

template <class... Values>
void PrintFormat(const String& format, const Values&... values) {
  output::print(StringFormat(format, values...));
}

template <class... Values>
void printf(const String& format, const Values&... values) {
  output::print(StringFormat(format, values...));
}

/** Returns the length of the joined text. */
template <class... Values>
int32_t StringConcatenate(String& target, const Values&... values) {
  target = joined(values...);
  return target.length();
}

}  // namespace mql
