#include "disk.hpp"

#include <algorithm>

#include "control.hpp"
#include "life.hpp"

namespace mql::disk {
namespace {

constexpr int64_t kRoomy = int64_t{1} << 40;

struct State {
  bool limited = false;
  bool late = false;
  int64_t left = 0;
};

State state;

void change(control::Words& words) {
  const std::string how = words.text("full or ok");
  if (how != "full" && how != "ok") control::refuse("disk full [late] [BYTES_LEFT], or disk ok");
  State next;
  next.limited = how == "full";
  if (words.peek() == "late") next.late = !words.text("late").empty();
  if (next.limited) next.left = words.integerOr("BYTES_LEFT", 0);
  state = next;
}

}  // namespace

bool refusesEarly(size_t bytes) {
  return state.limited && !state.late && static_cast<int64_t>(bytes) > state.left;
}

size_t take(size_t bytes) {
  if (!state.limited) return bytes;
  const size_t fits = std::min(bytes, static_cast<size_t>(std::max<int64_t>(state.left, 0)));
  state.left -= static_cast<int64_t>(fits);
  return fits;
}

int64_t freeBytes() { return state.limited ? state.left : kRoomy; }

void registerDiskVerb() {
  control::verb("disk", change, control::When::anytime);
  life::onWipe([] { state = State{}; });
}

}  // namespace mql::disk
