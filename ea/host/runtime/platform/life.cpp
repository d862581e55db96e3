#include "life.hpp"

#include <csetjmp>
#include <vector>

#include "events.hpp"
#include "generated/builtins.hpp"
#include "json-line.hpp"
#include "language/error.hpp"
#include "language/program.hpp"
#include "platform.hpp"

namespace mql::life {
namespace {

enum Reason { kProgram = 0, kInitFailed = 8 };

// The terminal waits no longer for OnDeinit.
constexpr int64_t kDeinitMs = 2500;
// Loading a program takes time: no two lives begin in the same millisecond.
constexpr int64_t kLoadMs = 1;
// Where C's generator begins, and MQL5's is C's.
constexpr int32_t kFirstRandomState = 1;

// Everything here outlives the program's frames: longjmp leaves them behind.
struct State {
  bool loaded = false;
  bool calling = false;
  bool removal = false;
  bool unloading = false;
  int reason = 0;
  int64_t startedUs = 0;
  int64_t deinitEndsMs = 0;
  End end;
  jmp_buf landing;
};

State state;

std::vector<std::function<void()>>& endings() {
  static std::vector<std::function<void()>> all;
  return all;
}

void unload(const End& how) {
  state.end = how;
  state.loaded = false;
  state.removal = false;
  events::forget();
  for (const auto& clean : endings()) clean();
}

}  // namespace

void onEnd(std::function<void()> clean) { endings().push_back(std::move(clean)); }

bool loaded() { return state.loaded; }
bool stopping() { return state.removal || state.unloading; }
const End& ending() { return state.end; }
bool calling() { return state.calling; }
void askRemoval() { state.removal = true; }
bool removalAsked() { return state.removal; }
int lastReason() { return state.reason; }
int64_t startedUs() { return state.startedUs; }

bool call(const std::function<void()>& handler) {
  state.calling = true;
  const bool alive = _setjmp(state.landing) == 0;
  if (alive) handler();
  state.calling = false;
  return alive;
}

void begin() {
  const Program& program = program_table();
  clearLastError();
  MathSrand(kFirstRandomState);
  if (platform().isVirtual()) platform().pass(kLoadMs);
  state.loaded = true;
  state.unloading = false;
  state.reason = 0;
  state.startedUs = platform().steadyUs();
  static int result;
  result = 0;
  const bool alive = call([&program] {
    program.reset();
    if (program.onInit) result = program.onInit();
  });
  if (!alive) return;
  JsonLine().integer("init", result).send();
  if (result != 0) finish(kInitFailed);
  if (state.loaded && state.removal) finish(kProgram);
}

void finish(int reason) {
  const Program& program = program_table();
  state.unloading = true;
  state.reason = reason;
  state.deinitEndsMs = platform().steadyMs() + kDeinitMs;
  const bool alive = call([&program, reason] {
    if (program.onDeinit) program.onDeinit(reason);
  });
  state.unloading = false;
  if (!alive) return;
  unload(End{});
  JsonLine().integer("deinit", reason).send();
}

void endWhenOverdue() {
  if (!state.unloading || !state.calling || platform().steadyMs() < state.deinitEndsMs) return;
  state.unloading = false;
  unload(End{});
  JsonLine().text("life", "OnDeinit was too slow").send();
  _longjmp(state.landing, 1);
}

void crash(const End& how) {
  const bool wasLoaded = state.loaded;
  End end = how;
  end.crashed = true;
  unload(end);
  if (wasLoaded) JsonLine().text("life", "crashed").send();
  if (state.calling) _longjmp(state.landing, 1);
}

}  // namespace mql::life
