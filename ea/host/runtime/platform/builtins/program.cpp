// The program's events, its end, its errors.
#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "language/program.hpp"
#include "platform/channel.hpp"
#include "platform/events.hpp"
#include "platform/json-line.hpp"
#include "platform/life.hpp"
#include "platform/schedule.hpp"

namespace mql {

int32_t GetLastError() { return lastError(); }
void ResetLastError() { clearLastError(); }
void SetUserError(uint16_t error) { setLastError(ERR_USER_ERROR_FIRST + error); }

bool IsStopped() { return life::stopping() || channel::endWaiting(); }
int32_t UninitializeReason() { return life::lastReason(); }
void ExpertRemove() { life::askRemoval(); }

bool EventSetMillisecondTimer(int32_t milliseconds) {
  if (milliseconds <= 0) return failed(ERR_INVALID_PARAMETER, false);
  schedule::startTimer(milliseconds);
  return true;
}

bool EventSetTimer(int32_t seconds) {
  if (seconds <= 0) return failed(ERR_INVALID_PARAMETER, false);
  schedule::startTimer(seconds * int64_t{1000});
  return true;
}

void EventKillTimer() { schedule::stopTimer(); }

bool EventChartCustom(int64_t, uint16_t event, int64_t longValue, double doubleValue, String text) {
  events::chart(CHARTEVENT_CUSTOM + event, longValue, doubleValue, text.toUtf8());
  return true;
}

bool PlaySound(String name) {
  JsonLine().text("sound", name.toUtf8()).send();
  return true;
}

bool SendNotification(String text) {
  JsonLine().text("notification", text.toUtf8()).send();
  return true;
}

}  // namespace mql
