#include "sockets.hpp"

#include <map>
#include <set>

#include "control.hpp"
#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "life.hpp"
#include "network.hpp"
#include "platform.hpp"

namespace mql::sockets {
namespace {

constexpr size_t kMostSockets = 128;

struct State {
  std::map<int32_t, Socket> open;
  int32_t lastHandle = 0;
  std::set<std::string> allowed;
};

State& state() {
  static State& only = *new State;
  return only;
}

bool speculates = false;
bool speculatesAtStart = false;

void endLife() {
  for (const auto& [handle, socket] : state().open) {
    if (socket.connected) platform().network().close(socket.connection, life::ending().closeSockets);
  }
  state().open.clear();
  state().lastHandle = 0;
}

}  // namespace

Socket* find(int32_t handle) {
  const auto found = state().open.find(handle);
  if (found == state().open.end()) return failed(ERR_NETSOCKET_INVALIDHANDLE, nullptr);
  return &found->second;
}

int32_t create() {
  if (state().open.size() >= kMostSockets) return failed(ERR_NETSOCKET_TOO_MANY_OPENED, -1);
  state().open[++state().lastHandle] = Socket{};
  return state().lastHandle;
}

void erase(int32_t handle) { state().open.erase(handle); }

bool isAllowed(const std::string& host) { return state().allowed.count(host) > 0; }

bool speculative() { return speculates; }

void setSpeculative(bool on) { speculates = speculatesAtStart = on; }

void registerSocketVerbs() {
  control::verb("allow", [](control::Words& words) { state().allowed.insert(words.text("HOST")); });
  control::verb("disallow", [](control::Words& words) { state().allowed.erase(words.text("HOST")); });
  control::verb("speculative", [](control::Words& words) { speculates = words.onOff("on or off"); });
  life::onEnd(endLife);
  life::onWipe([] {
    state() = State{};
    speculates = speculatesAtStart;
  });
}

}  // namespace mql::sockets
