// The lives of the program: loaded by `init`, ended by `deinit` (properly) or `crash` (at once, nothing else runs).
//
// A crash leaves the program's frames without unwinding them, as a killed process does: a host function that was interrupted by one must keep
// nothing it needs on the stack, and puts its own state right in an `onCrash` function.
#pragma once
#include <functional>
#include <string>

namespace mql::life {

// Called after the program's life ended by crash or deinit, before the next `init`: drop what belonged to the life (selected position, …).
void onEnd(std::function<void()> clean);
// Called by `wipe`: everything back to how the process started, the trade server included.
void onWipe(std::function<void()> clean);

// A step that reaches the outside: `file.write`, `socket.send`, `order.send` … Call it before and after the step takes effect, with
// `phase` "before" or "after". When the driver asked for a death here (`die`), this does not return.
// VIRTUAL: the life ends; REAL: the process kills itself with SIGKILL.
void point(const char* step, const char* phase);

// True from `init` to the end of the life.
bool loaded();
// ExpertRemove, or the reason code of a `deinit` under way: IsStopped() is true.
bool stopping();

}  // namespace mql::life
