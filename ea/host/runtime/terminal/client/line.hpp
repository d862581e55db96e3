// Inside the terminal: what the line to the server and the end of a life do to the view.
#pragma once
#include <cstdint>

namespace mql::terminal {

void forgetView();
// Called before the server changes anything: the terminal knows what was before, and no more until it is
// told.
void rememberView();
void readView();
void forgetRequestIds();
// How many ticks of a symbol the terminal has received; the server may have more while the line is down.
int64_t ticksSeen(int symbol);

}  // namespace mql::terminal
