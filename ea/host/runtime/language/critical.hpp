// What ends a program at once: MetaTrader stops it without OnDeinit, the host leaves with exit code 70.
#pragma once

#include <string>

namespace mql {

constexpr int CRITICAL_EXIT_CODE = 70;

/** Called once with the text before the process ends; the platform writes it to its log and channel. */
using CriticalHandler = void (*)(const std::string& text);
void onCritical(CriticalHandler handler);

/** Ends the program: `text` says what it did, `file` and `line` where. */
[[noreturn]] void critical(const std::string& text, const char* file = __builtin_FILE(),
                           int line = __builtin_LINE());

}  // namespace mql
