#include "language/critical.hpp"

#include <cstdio>
#include <unistd.h>

/** Writes the counters of a coverage build; absent from every other. */
extern "C" void __gcov_dump(void) __attribute__((weak));

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
  if (__gcov_dump != nullptr) __gcov_dump();
  _exit(CRITICAL_EXIT_CODE);
}

}  // namespace mql
