#include "terminal/market/bars.hpp"

#include <algorithm>
#include <map>

#include "language/calendar-date.hpp"
#include "terminal/server/ledger.hpp"
#include "terminal/terminal.hpp"

namespace mql::terminal::bars {
namespace {

constexpr int64_t MINUTE_S = 60;
constexpr int64_t DAY_S = 86'400;

// The last bar of a longer period is made anew while its minutes grow.
struct Folded {
  std::vector<MqlRates> rows;
  size_t lastStart = 0;  // the first minute of the last row
};

struct Series {
  std::vector<MqlRates> minutes;
  std::map<int, Folded> periods;
};

std::vector<Series>& all() {
  static std::vector<Series> all(server::MAX_SYMBOLS);
  return all;
}

Series& seriesOf(int symbol) { return all()[static_cast<size_t>(symbol)]; }

int64_t startOf(int64_t second, ENUM_TIMEFRAMES period) {
  if (period == PERIOD_W1) {
    const int64_t day = second / DAY_S;
    return (day - (day + 4) % 7) * DAY_S;  // weeks begin on Sunday
  }
  if (period == PERIOD_MN1) {
    const auto date = calendarDate(second);
    return datetimeOf({date.year, date.month, 1});
  }
  const int64_t length = periodSeconds(period);
  return second / length * length;
}

void merge(MqlRates& bar, const MqlRates& more) {
  bar.high = std::max(bar.high, more.high);
  bar.low = std::min(bar.low, more.low);
  bar.close = more.close;
  bar.tick_volume += more.tick_volume;
  bar.real_volume += more.real_volume;
  bar.spread = std::min(bar.spread, more.spread);
}

void fold(const std::vector<MqlRates>& minutes, ENUM_TIMEFRAMES period, Folded& into) {
  if (!into.rows.empty()) into.rows.pop_back();
  for (size_t i = into.lastStart; i < minutes.size(); i++) {
    const int64_t start = startOf(minutes[i].time, period);
    if (!into.rows.empty() && into.rows.back().time == start) {
      merge(into.rows.back(), minutes[i]);
      continue;
    }
    into.rows.push_back(minutes[i]);
    into.rows.back().time = start;
    into.lastStart = i;
  }
}

MqlRates firstBar(const server::TickRow& tick, int spread) {
  MqlRates bar = {};
  bar.time = startOf(tick.timeMs / 1000, PERIOD_M1);
  bar.open = bar.high = bar.low = bar.close = tick.bid;
  bar.tick_volume = 1;
  bar.spread = spread;
  return bar;
}

}  // namespace

int64_t periodSeconds(ENUM_TIMEFRAMES period) {
  const int number = period == PERIOD_CURRENT ? chartPeriod() : period;
  switch (number >> 14) {
    case 0: return number * MINUTE_S;
    case 1: return (number & 0x3FFF) * 60 * MINUTE_S;
    case 2: return 7 * DAY_S;
    default: return 30 * DAY_S;
  }
}

void add(int symbol, const server::TickRow& tick) {
  std::vector<MqlRates>& minutes = seriesOf(symbol).minutes;
  const server::SymbolRow& spec = server::ledger().symbols[symbol];
  const auto spread = static_cast<int>(spec.points(tick.ask) - spec.points(tick.bid));
  const MqlRates bar = firstBar(tick, spread);
  if (minutes.empty() || minutes.back().time < bar.time)
    minutes.push_back(bar);
  else
    merge(minutes.back(), bar);
}

void load(int symbol, const MqlRates& minute) {
  Series& series = seriesOf(symbol);
  const auto at = std::lower_bound(series.minutes.begin(), series.minutes.end(), minute.time,
                                   [](const MqlRates& bar, datetime time) { return bar.time < time; });
  if (at != series.minutes.end() && at->time == minute.time)
    *at = minute;
  else
    series.minutes.insert(at, minute);
  series.periods.clear();
}

const std::vector<MqlRates>& of(int symbol, ENUM_TIMEFRAMES period) {
  Series& series = seriesOf(symbol);
  if (period == PERIOD_CURRENT) period = chartPeriod();
  if (period == PERIOD_M1) return series.minutes;
  Folded& folded = series.periods[period];
  fold(series.minutes, period, folded);
  return folded.rows;
}

void rebuild() {
  clear();
  for (int symbol = 0; symbol < server::ledger().symbolCount; symbol++) {
    const int64_t count = server::tickCount(symbol);
    for (int64_t i = std::max<int64_t>(0, count - server::KEPT_TICKS); i < count; i++)
      add(symbol, server::tickAt(symbol, i));
  }
}

void clear() {
  for (Series& series : all()) series = Series{};
}

}  // namespace mql::terminal::bars
