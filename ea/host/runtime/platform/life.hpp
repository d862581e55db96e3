// The lives of the program: loaded by `init`, ended by `deinit` (properly) or `crash` (at once, nothing else
// runs).
//
// A crash leaves the program's frames without unwinding them, as a killed process does: a host function that
// was interrupted by one must keep nothing it needs on the stack, and puts its own state right in an `onEnd`
// function.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace mql::life {

// Called after the program's life ended by crash or deinit, before the next `init`: drop what belonged to the
// life (selected position, …).
void onEnd(std::function<void()> clean);
// Called by `wipe`, in the order of registration, after the seed and the clock: everything back to how the
// process started, the trade server included.
void onWipe(std::function<void()> clean);

// A step that reaches the outside: `file.write`, `socket.send`, `order.send` … Call it before and after the
// step takes effect, with `phase` "before" or "after". When the driver asked for a death here (`die`), this
// does not return. VIRTUAL: the life ends; REAL: the process kills itself with SIGKILL. Both texts must be
// literals.
void point(const char* step, const char* phase);

// True from `init` to the end of the life.
bool loaded();
// ExpertRemove, or the end of the program was asked for: IsStopped() is true.
bool stopping();

// What becomes of things that the program had in its hands when its life ends.
struct End {
  enum class Files { lost, kept, torn };
  bool crashed = false;
  bool closeSockets = true;   // false: the other end sees nothing
  Files files = Files::lost;  // of bytes that were written and not flushed
  int64_t tornBytes = -1;     // torn: how many of them are kept; -1 a random number
  bool keepGlobals = false;   // global variables that the terminal has not saved yet
};
// The end that is being carried out, for functions registered with onEnd.
const End& ending();

// Calls a handler of the program. False when its life ended inside.
bool call(const std::function<void()>& handler);
// True while such a call runs.
bool calling();

// Loads the program and calls OnInit.
void begin();
// Calls OnDeinit and unloads.
void finish(int reason);
// OnDeinit has had its 2.5 seconds: ends it where it is. Called by whatever lets time pass.
void endWhenOverdue();
void crash(const End& how);
// ExpertRemove(): the program ends when its handler has returned.
void askRemoval();
bool removalAsked();
int lastReason();
// When the program was loaded, on the steady clock.
int64_t startedUs();

}  // namespace mql::life
