#include "channel.hpp"

#include <poll.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>

#include "control.hpp"
#include "events.hpp"
#include "json-line.hpp"
#include "platform.hpp"

namespace mql::channel {
namespace {

std::string buffer;
size_t start = 0;
bool ended = false;

bool hasLine() { return buffer.find('\n', start) != std::string::npos; }

std::string_view firstLine() {
  return std::string_view(buffer).substr(start, buffer.find('\n', start) - start);
}

int64_t taken = 0;

std::string takeLine() {
  taken++;
  const std::string line(firstLine());
  start += line.size() + 1;
  if (start == buffer.size()) {
    buffer.clear();
    start = 0;
  }
  return line;
}

bool runLine() {
  const std::string line = takeLine();
  return control::run(line, taken);
}

void readMore() {
  char bytes[65536];
  const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
  if (count > 0) {
    buffer.erase(0, start);
    start = 0;
    buffer.append(bytes, static_cast<size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    ended = true;
  }
}

bool readable(long us) {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  const timespec timeout{us / 1000000, us % 1000000 * 1000};
  return ppoll(&input, 1, &timeout, nullptr) > 0;
}

void serveVirtual() {
  while (!ended) {
    while (!hasLine() && !ended) readMore();
    while (hasLine()) {
      if (!runLine()) return;
    }
    flushLines();
  }
}

void serveReal() {
  while (!ended) {
    events::runDue();
    events::dispatch();
    flushLines();
    const long dueMs = events::nextDueMs();
    if (!hasLine()) waitForInput(dueMs < 0 ? 1000 : dueMs);
    while (hasLine()) {
      if (!runLine()) return;
      events::runDue();
      events::dispatch();
    }
  }
}

}  // namespace

void serve() {
  platform().isVirtual() ? serveVirtual() : serveReal();
  flushLines();
}

void serveAnytime() {
  while (!ended && readable(0)) readMore();
  while (hasLine() && control::anytime(firstLine())) runLine();
  flushLines();
}

bool endWaiting() {
  if (!hasLine()) return false;
  const std::string_view line = firstLine();
  return line.rfind("deinit", 0) == 0 || line.rfind("quit", 0) == 0;
}

void waitForInput(long ms) {
  // The steady clock counts microseconds: waking up at the right millisecond, not up to one later, is what
  // keeps the timer's rhythm.
  const long us = ms * 1000 - platform().steadyUs() % 1000;
  if (ended || hasLine()) {
    usleep(us > 0 ? us : 0);
  } else if (readable(us > 0 ? us : 0)) {
    readMore();
  }
}

}  // namespace mql::channel
