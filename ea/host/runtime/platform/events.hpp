// The queue of the program's events, and the one place that calls its handlers.
//
// Handlers never nest: an event that is posted while a handler runs (a trade transaction during OrderSend,
// for example) waits until that handler has returned. NewTick and Timer coalesce as in MT5: while one is
// waiting or being handled, another one is not added.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace mql {
struct MqlTradeTransaction;
struct MqlTradeRequest;
struct MqlTradeResult;
}

namespace mql::events {

// The chart's symbol has a new tick. Other symbols' ticks raise no event.
void tick();
// OnTrade.
void trade();
// OnTradeTransaction; the three are copied.
void transaction(const MqlTradeTransaction&, const MqlTradeRequest&, const MqlTradeResult&);
// OnChartEvent.
void chart(int id, int64_t longValue, double doubleValue, const std::string& utf8Text);

// A task of the host (not of the program) at a time of the steady clock: a delayed execution, bytes that are
// under way. It runs also while a handler of the program sleeps or waits. VIRTUAL: exactly at that time;
// REAL: as soon as the loop or a waiting built-in sees it. Tasks of equal time run in the order in which they
// were added. Dropped by `wipe` only.
void at(int64_t steadyMs, std::function<void()> task);

// The program's timer is due: OnTimer.
void timerDue();

// Drops every event and the timer: a life has ended.
void forget();

// Calls handlers until the queue is empty. Does nothing while a handler runs or no program is loaded.
void dispatch();

// True while a handler of the program runs.
bool handling();

// Milliseconds until the next task or the program's timer; -1 when there is none.
int64_t nextDueMs();
// Runs the tasks that are due and posts the timer event when it is due. Called by loop, `advance` and waiting
// built-ins.
void runDue();

// Moves time on by `ms` while a handler waits: VIRTUAL moves the clock from due time to due time, REAL really
// waits and serves `anytime` verbs. `until` may end the wait early. No handler runs meanwhile; their events
// wait.
void wait(int64_t ms, const std::function<bool()>& until = nullptr);

}  // namespace mql::events
