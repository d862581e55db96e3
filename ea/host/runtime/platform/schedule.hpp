// What is due when: tasks of the host and the program's one timer.
#pragma once
#include <cstdint>

namespace mql::schedule {

// Starts the program's timer anew. Periods below the floor are raised to it: the terminal cannot do better.
void startTimer(int64_t periodMs);
void stopTimer();
void setTimerFloor(int64_t ms);

// Moves time on while no handler runs, and calls the handlers that become due on the way. VIRTUAL only.
void advance(int64_t ms);

void registerScheduleVerbs();

}  // namespace mql::schedule
