// The steps of the program that reach the outside, counted, and the death that a driver may ask for at one of
// them.
#include "points.hpp"

#include <signal.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <vector>

#include "control.hpp"
#include "crash-words.hpp"
#include "json-line.hpp"
#include "life.hpp"
#include "platform.hpp"

namespace mql::life {
namespace {

struct Passed {
  const char* step;
  const char* phase;
  int64_t count;
};

struct Death {
  std::string step;
  std::string phase;
  int64_t left;
  End how;
};

std::vector<Passed> passed;
std::optional<Death> death;

void count(const char* step, const char* phase) {
  for (Passed& each : passed) {
    if (each.step == step && each.phase == phase) {
      each.count++;
      return;
    }
  }
  passed.push_back({step, phase, 1});
}

bool matches(const Death& wanted, const char* step, const char* phase) {
  return (wanted.step == "any" || wanted.step == step) && (wanted.phase == "any" || wanted.phase == phase);
}

void die() {
  const End how = death->how;
  death.reset();
  if (!platform().isVirtual()) {
    flushLines();
    kill(getpid(), SIGKILL);
    pause();
  }
  crash(how);
}

void tell(control::Words& words) {
  if (words.textOr("clear", "") == "clear") {
    passed.clear();
    return;
  }
  int64_t total = 0;
  std::string list;
  for (const Passed& each : passed) {
    total += each.count;
    JsonLine line;
    line.text("step", each.step).text("phase", each.phase).integer("count", each.count);
    list += (list.empty() ? "" : ",") + line.object();
  }
  JsonLine().raw("points", "[" + list + "]").integer("total", total).send();
}

void askDeath(control::Words& words) {
  Death wanted;
  wanted.how = control::crashOptions(words);
  wanted.step = words.text("STEP (file.flush, socket.send, order.send … or any)");
  wanted.phase = words.textOr("PHASE", "before");
  if (wanted.phase != "before" && wanted.phase != "after" && wanted.phase != "any")
    control::refuse("PHASE is before, after or any, not " + wanted.phase);
  wanted.left = words.integerOr("NTH", 1);
  if (wanted.left < 1) control::refuse("NTH counts from 1");
  death = wanted;
}

}  // namespace

void point(const char* step, const char* phase) {
  if (!calling()) return;
  count(step, phase);
  if (death && matches(*death, step, phase) && --death->left == 0) die();
}

void registerPointVerbs() {
  control::verb("points", tell, control::When::anytime);
  control::verb("die", askDeath, control::When::anytime);
  onEnd([] { death.reset(); });
  onWipe([] {
    passed.clear();
    death.reset();
  });
}

}  // namespace mql::life
