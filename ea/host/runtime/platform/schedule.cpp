#include "schedule.hpp"

#include <algorithm>
#include <map>

#include "channel.hpp"
#include "control.hpp"
#include "events.hpp"
#include "life.hpp"
#include "platform.hpp"

namespace mql {
namespace {

struct Timer {
  int64_t periodMs = 0;  // 0: not running
  int64_t dueMs = 0;
};

constexpr int64_t kDefaultFloorMs = 16;

Timer timer;
int64_t floorMs = kDefaultFloorMs;

std::multimap<int64_t, std::function<void()>>& tasks() {
  static auto& all = *new std::multimap<int64_t, std::function<void()>>;
  return all;
}

void runTimer(int64_t nowMs) {
  if (timer.periodMs == 0 || timer.dueMs > nowMs) return;
  // Beats that were missed are not made up for: the next one keeps the rhythm.
  timer.dueMs += ((nowMs - timer.dueMs) / timer.periodMs + 1) * timer.periodMs;
  events::timerDue();
}

}  // namespace

namespace events {

void at(int64_t steadyMs, std::function<void()> task) { tasks().emplace(steadyMs, std::move(task)); }

int64_t nextDueMs() {
  const int64_t now = platform().steadyMs();
  int64_t due = INT64_MAX;
  if (!tasks().empty()) due = tasks().begin()->first;
  if (timer.periodMs > 0) due = std::min(due, timer.dueMs);
  return due == INT64_MAX ? -1 : std::max<int64_t>(0, due - now);
}

void runDue() {
  const int64_t now = platform().steadyMs();
  while (!tasks().empty() && tasks().begin()->first <= now) {
    const auto task = std::move(tasks().begin()->second);
    tasks().erase(tasks().begin());
    task();
  }
  runTimer(now);
}

void wait(int64_t ms, const std::function<bool()>& until) {
  const int64_t end = platform().steadyMs() + ms;
  while (true) {
    runDue();
    life::endWhenOverdue();
    if (until && until()) return;
    const int64_t now = platform().steadyMs();
    if (now >= end) return;
    int64_t step = end - now;
    const int64_t due = nextDueMs();
    if (due >= 0) step = std::min(step, due);
    // Nothing tells a real process that a socket has changed but looking.
    if (until && !platform().isVirtual()) step = std::min<int64_t>(step, 1);
    platform().pass(step);
    if (!platform().isVirtual()) channel::serveAnytime();
  }
}

}  // namespace events

namespace schedule {

void startTimer(int64_t periodMs) {
  timer.periodMs = std::max(periodMs, floorMs);
  timer.dueMs = platform().steadyMs() + timer.periodMs;
}

void stopTimer() { timer = Timer{}; }

void setTimerFloor(int64_t ms) { floorMs = ms; }

void advance(int64_t ms) {
  const int64_t end = platform().steadyMs() + ms;
  while (true) {
    events::runDue();
    events::dispatch();
    const int64_t now = platform().steadyMs();
    if (now >= end) return;
    const int64_t due = events::nextDueMs();
    platform().pass(due < 0 ? end - now : std::min(due, end - now));
  }
}

void registerScheduleVerbs() {
  control::verb("advance", [](control::Words& words) {
    if (!platform().isVirtual()) control::refuse("time passes by itself in a real terminal");
    const int64_t ms = words.integer("MS");
    if (ms < 0) control::refuse("MS is below zero");
    advance(ms);
  });
  life::onWipe([] { tasks().clear(); });
}

}  // namespace schedule
}  // namespace mql
