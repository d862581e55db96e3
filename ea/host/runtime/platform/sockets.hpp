// The program's sockets and the terminal's list of allowed addresses.
#pragma once
#include <cstdint>
#include <string>

namespace mql::sockets {

struct Socket {
  int connection = -1;
  bool connected = false;
  bool speculated = false;  // an empty buffer has been called readable already
  uint32_t sendMs = 0;      // 0: waits for as long as it takes
};

// Nullptr and error 5270 when the handle is none.
Socket* find(int32_t handle);
// -1 and error 5271 when 128 are open.
int32_t create();
void erase(int32_t handle);

bool isAllowed(const std::string& host);
// Whether SocketIsReadable may say 1 where nothing is: the reference book says so, its own log shows
// otherwise.
bool speculative();
void setSpeculative(bool on);

// allow HOST, disallow HOST, speculative on|off
void registerSocketVerbs();

}  // namespace mql::sockets
