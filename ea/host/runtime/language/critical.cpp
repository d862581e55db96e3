#include "language/critical.hpp"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace mql {

namespace {
CriticalHandler handle = nullptr;
}

void onCritical(CriticalHandler handler) { handle = handler; }

void critical(const std::string& text, const char* file, int line) {
  const std::string sentence = text + " in '" + file + "' (" + std::to_string(line) + ")";
  if (handle != nullptr) handle(sentence);
  else std::fprintf(stderr, "critical error: %s\n", sentence.c_str());
  std::fflush(nullptr);
#ifdef MQL_COVERAGE
  std::exit(CRITICAL_EXIT_CODE);  // the counters are written by exit handlers
#else
  _exit(CRITICAL_EXIT_CODE);
#endif
}

}  // namespace mql
