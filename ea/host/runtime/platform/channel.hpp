// Standard input: lines of the control channel, and when they are run.
#pragma once

namespace mql::channel {

// Runs lines until `quit` or the end of the input.
void serve();

// REAL, while a handler of the program waits: runs the lines that may run now, in order, up to the first that
// may not.
void serveAnytime();

// True when a line that waits asks the program to end: IsStopped() is true then.
bool endWaiting();

// Waits at most `ms` for input (or just waits, once the input holds a line that may not run yet).
void waitForInput(long ms);

}  // namespace mql::channel
