// Words of the form name=value, in any order.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "platform/control.hpp"

namespace mql::terminal {

// The value of one word, read as what it should be; what it is not is refused with a sentence.
struct Value {
  std::string name, text;

  double number() const;
  int64_t integer() const;
  bool onOff() const;
  // One of the names, as the number beside it.
  int choice(const std::vector<std::pair<const char*, int>>& choices) const;
  // Several of them, parted by commas, as the sum of their numbers. `none` is 0.
  int flags(const std::vector<std::pair<const char*, int>>& choices) const;
};

using Setters = std::map<std::string, std::function<void(const Value&)>>;

// Gives every word that is left to the setter of its name.
void applySettings(control::Words& words, const Setters& setters);

// The index of a symbol that must exist.
int symbolNamed(const std::string& name);

}  // namespace mql::terminal
