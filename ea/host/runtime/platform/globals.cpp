#include "globals.hpp"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "control.hpp"
#include "json-line.hpp"
#include "life.hpp"

namespace mql::globals {
namespace {

constexpr int kTerminalCloses = 9;

using Variables = std::map<std::string, Variable>;

struct State {
  Variables now;
  Variables saved;
  std::string path;
};

State& state() {
  static State& only = *new State;
  return only;
}

void read() {
  std::ifstream file(state().path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    Variable variable;
    std::string number, name;
    words >> number >> variable.accessedS;
    words.get();
    std::getline(words, name);
    std::from_chars(number.data(), number.data() + number.size(), variable.value);
    if (!name.empty()) state().saved[name] = variable;
  }
}

void write() {
  const std::string temporary = state().path + ".new";
  {
    std::ofstream file(temporary, std::ios::trunc);
    for (const auto& [name, variable] : state().saved) {
      char number[32];
      const char* const end = std::to_chars(number, number + sizeof number, variable.value).ptr;
      file << std::string_view(number, static_cast<size_t>(end - number));
      file << ' ' << variable.accessedS << ' ' << name << '\n';
    }
  }
  std::rename(temporary.c_str(), state().path.c_str());
}

void tell(control::Words&) {
  JsonLine variables;
  for (const auto& [name, variable] : all()) variables.number(name, variable.value);
  JsonLine().raw("globals", variables.object()).send();
}

void endLife() {
  if (life::ending().crashed && !life::ending().keepGlobals) {
    state().now = state().saved;
  } else if (life::lastReason() == kTerminalCloses) {
    save();
  }
}

}  // namespace

std::map<std::string, Variable>& all() { return state().now; }

void save() {
  state().saved.clear();
  for (const auto& [name, variable] : state().now) {
    if (!variable.temporary) state().saved[name] = variable;
  }
  if (!state().path.empty()) write();
}

void keepIn(const std::string& path) {
  state().path = path;
  read();
  state().now = state().saved;
}

void registerGlobalsVerb() {
  control::verb("globals", tell, control::When::anytime);
  life::onEnd(endLife);
  life::onWipe([] {
    all().clear();
    save();
  });
}

}  // namespace mql::globals
