// Global variables of the terminal. They live in the terminal, not in the program; the terminal saves them
// when it is told to flush and when it closes. REAL: a text file beside the sandbox, replaced in one step.
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace mql::globals {

struct Variable {
  double value = 0;
  int64_t accessedS = 0;
  bool temporary = false;  // never saved
};

std::map<std::string, Variable>& all();
// Puts what is there now where a dying terminal does not lose it.
void save();

// REAL: reads `path` and saves there from now on. Empty in VIRTUAL mode.
void keepIn(const std::string& path);

// Registers `globals`, which shows them all.
void registerGlobalsVerb();

}  // namespace mql::globals
