#include "terminal/market/ticks.hpp"

#include <algorithm>
#include <set>

#include "language/error.hpp"
#include "platform/events.hpp"
#include "terminal/client/line.hpp"
#include "terminal/market/known-symbol.hpp"
#include "terminal/server/ledger.hpp"

namespace mql {
namespace {

using server::TickRow;

constexpr int64_t USUAL_TICKS = 2000;
constexpr int64_t LONGEST_WAIT_MS = 45'000;

struct Requests {
  int64_t firstDelayMs = 0;
  std::set<int> seen;
};

Requests& requests() {
  static Requests requests;
  return requests;
}

void waitForFirst(int symbol) {
  if (!requests().seen.insert(symbol).second) return;
  events::wait(std::min(requests().firstDelayMs, LONGEST_WAIT_MS));
}

bool isWanted(const TickRow& row, uint32_t flags) {
  const bool isInfo = (row.flags & (TICK_FLAG_BID | TICK_FLAG_ASK)) != 0;
  const bool isTrade = (row.flags & (TICK_FLAG_LAST | TICK_FLAG_VOLUME)) != 0;
  return flags == COPY_TICKS_ALL || (flags == COPY_TICKS_INFO && isInfo) ||
         (flags == COPY_TICKS_TRADE && isTrade);
}

int64_t firstKept(int symbol) { return std::max<int64_t>(0, server::tickCount(symbol) - server::KEPT_TICKS); }

// The number of the first tick at or after `ms`.
int64_t firstAt(int symbol, int64_t ms) {
  int64_t low = firstKept(symbol), high = terminal::ticksSeen(symbol);
  while (low < high) {
    const int64_t middle = low + (high - low) / 2;
    if (server::tickAt(symbol, middle).timeMs < ms)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

struct Range {
  int64_t from, to, most;
  bool newest;  // of more than `most`, the newest and not the oldest
};

int copy(int symbol, Range range, uint32_t flags, Array<MqlTick>& into) {
  std::vector<int64_t> numbers;
  const auto isFull = [&] { return static_cast<int64_t>(numbers.size()) >= range.most; };
  const auto take = [&](int64_t number) {
    if (isWanted(server::tickAt(symbol, number), flags)) numbers.push_back(number);
  };
  if (range.newest) {
    for (int64_t i = range.to; i-- > range.from && !isFull();) take(i);
    std::reverse(numbers.begin(), numbers.end());
  } else {
    for (int64_t i = range.from; i < range.to && !isFull(); i++) take(i);
  }
  auto count = static_cast<int32_t>(numbers.size());
  if (into.isDynamic()) into.resize(count);
  if (count > into.size()) {
    count = into.size();
    setLastError(ERR_HISTORY_SMALL_BUFFER);
  }
  for (int32_t i = 0; i < count; i++)
    into.data()[i] = terminal::tickOf(server::tickAt(symbol, numbers[static_cast<size_t>(i)]));
  return count;
}

bool areFlags(uint32_t flags) { return flags >= COPY_TICKS_INFO && flags <= COPY_TICKS_ALL; }

}  // namespace

namespace terminal {

MqlTick tickOf(const TickRow& row) {
  MqlTick tick = {};
  tick.time = row.timeMs / 1000;
  tick.bid = row.bid;
  tick.ask = row.ask;
  tick.last = row.last;
  tick.volume = static_cast<uint64_t>(row.volume);
  tick.time_msc = row.timeMs;
  tick.flags = row.flags;
  tick.volume_real = static_cast<double>(row.volume);
  return tick;
}

const TickRow& lastTick(int symbol) {
  static const TickRow none{};
  const int64_t seen = ticksSeen(symbol);
  return seen == 0 ? none : server::tickAt(symbol, seen - 1);
}

void setFirstTicksDelay(int64_t ms) { requests().firstDelayMs = ms; }
void forgetTickRequests() { requests().seen.clear(); }

}  // namespace terminal

int32_t CopyTicks(String symbol_name, Array<MqlTick>& ticks_array, uint32_t flags, uint64_t from,
                  uint32_t count) {
  const int symbol = terminal::knownSymbol(symbol_name);
  if (symbol < 0) return -1;
  if (!areFlags(flags)) return failed(ERR_INVALID_PARAMETER, -1);
  waitForFirst(symbol);
  const int64_t seen = terminal::ticksSeen(symbol);
  if (from == 0)
    return copy(symbol, {firstKept(symbol), seen, count == 0 ? USUAL_TICKS : count, true}, flags,
                ticks_array);
  const int64_t most = count == 0 ? INT32_MAX : int64_t{count};
  return copy(symbol, {firstAt(symbol, static_cast<int64_t>(from)), seen, most, false}, flags, ticks_array);
}

int32_t CopyTicksRange(const String symbol_name, Array<MqlTick>& ticks_array, uint32_t flags,
                       uint64_t from_msc, uint64_t to_msc) {
  const int symbol = terminal::knownSymbol(symbol_name);
  if (symbol < 0) return -1;
  if (!areFlags(flags)) return failed(ERR_INVALID_PARAMETER, -1);
  waitForFirst(symbol);
  const int64_t seen = terminal::ticksSeen(symbol);
  const int64_t end = to_msc == 0 ? seen : firstAt(symbol, static_cast<int64_t>(to_msc) + 1);
  return copy(symbol, {firstAt(symbol, static_cast<int64_t>(from_msc)), end, INT32_MAX, false}, flags,
              ticks_array);
}

}  // namespace mql
