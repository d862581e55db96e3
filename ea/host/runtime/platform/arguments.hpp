// The command line of a host binary.
#pragma once
#include <cstdint>
#include <string>

namespace mql {

struct Arguments {
  bool isVirtual = false;
  std::string files;   // the terminal's MQL5/Files; needed in REAL mode
  std::string common;  // the folder of all terminals; FILES/../Common when not given
  std::string server;  // the trade server's state; REAL: where it survives a kill -9
  bool speculativeSockets = false;
  uint64_t seed = 1;
  int64_t timerFloorMs = 16;
};

// Ends the process with exit code 2 and one sentence when they make no sense.
Arguments parseArguments(int count, char** words);
// What main() was given, for other parts of the host.
const Arguments& arguments();

}  // namespace mql
