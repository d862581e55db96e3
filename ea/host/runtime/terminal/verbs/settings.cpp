#include "terminal/verbs/settings.hpp"

#include "terminal/server/ledger.hpp"

namespace mql::terminal {
namespace {

std::string namesOf(const std::vector<std::pair<const char*, int>>& choices) {
  std::string names;
  for (const auto& [name, number] : choices) names += (names.empty() ? "" : ", ") + std::string(name);
  return names;
}

}  // namespace

double Value::number() const { return control::Words(text).number(name.c_str()); }
int64_t Value::integer() const { return control::Words(text).integer(name.c_str()); }
bool Value::onOff() const { return control::Words(text).onOff(name.c_str()); }

int Value::choice(const std::vector<std::pair<const char*, int>>& choices) const {
  for (const auto& [word, number] : choices)
    if (text == word) return number;
  control::refuse(name + " is one of " + namesOf(choices) + ", not " + text);
}

int Value::flags(const std::vector<std::pair<const char*, int>>& choices) const {
  int sum = 0;
  for (size_t at = 0; text != "none" && at <= text.size();) {
    const size_t comma = std::min(text.find(',', at), text.size());
    sum |= Value{name, text.substr(at, comma - at)}.choice(choices);
    at = comma + 1;
  }
  return sum;
}

void applySettings(control::Words& words, const Setters& setters) {
  while (words.more()) {
    const std::string word = words.text("name=value");
    const size_t equals = word.find('=');
    const auto setter = setters.find(word.substr(0, equals));
    if (equals == std::string::npos || setter == setters.end()) control::refuse("no such property: " + word);
    setter->second({word.substr(0, equals), word.substr(equals + 1)});
  }
}

int symbolNamed(const std::string& name) {
  const int symbol = server::symbolIndex(name);
  if (symbol < 0) control::refuse("there is no symbol " + name);
  return symbol;
}

}  // namespace mql::terminal
