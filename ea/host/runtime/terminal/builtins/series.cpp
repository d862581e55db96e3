// CopyRates, CopyTime and the functions of single bars.
#include <algorithm>

#include "language/error.hpp"
#include "terminal/market/bars.hpp"
#include "terminal/market/known-symbol.hpp"

namespace mql {
namespace {

using Rates = std::vector<MqlRates>;
using terminal::knownSymbol;

struct Span {
  size_t from = 0, count = 0;
};

// How many bars open at or before `time`.
size_t countUpTo(const Rates& bars, int64_t time) {
  return static_cast<size_t>(std::upper_bound(bars.begin(), bars.end(), time,
                                              [](int64_t at, const MqlRates& bar) { return at < bar.time; }) -
                             bars.begin());
}

Span lastOf(size_t end, int32_t count) {
  const size_t wanted = std::min(end, static_cast<size_t>(std::max(0, count)));
  return {end - wanted, wanted};
}

template <class Element, class Part>
int32_t copy(const Rates& bars, Span span, Array<Element>& into, Part part) {
  auto count = static_cast<int32_t>(span.count);
  if (into.isDynamic()) into.resize(count);
  count = std::min(count, into.size());
  for (int32_t i = 0; i < count; i++) into.data()[i] = part(bars[span.from + static_cast<size_t>(i)]);
  return count;
}

template <class Element, class Part>
int32_t copyFromPlace(const String& name, ENUM_TIMEFRAMES period, int32_t place, int32_t count,
                      Array<Element>& into, Part part) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return -1;
  const Rates& bars = terminal::bars::of(symbol, period);
  if (place < 0 || count <= 0) return failed(ERR_INVALID_PARAMETER, -1);
  if (static_cast<size_t>(place) >= bars.size()) return failed(ERR_HISTORY_NOT_FOUND, -1);
  return copy(bars, lastOf(bars.size() - static_cast<size_t>(place), count), into, part);
}

template <class Element, class Part>
int32_t copyFromTime(const String& name, ENUM_TIMEFRAMES period, int64_t start, int32_t count,
                     Array<Element>& into, Part part) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return -1;
  if (count <= 0) return failed(ERR_INVALID_PARAMETER, -1);
  const Rates& bars = terminal::bars::of(symbol, period);
  const Span span = lastOf(countUpTo(bars, start), count);
  return span.count == 0 ? failed(ERR_HISTORY_NOT_FOUND, -1) : copy(bars, span, into, part);
}

template <class Element, class Part>
int32_t copyBetween(const String& name, ENUM_TIMEFRAMES period, int64_t start, int64_t stop,
                    Array<Element>& into, Part part) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return -1;
  const Rates& bars = terminal::bars::of(symbol, period);
  if (start > stop) std::swap(start, stop);
  if (bars.empty() || start > bars.back().time || stop < bars.front().time)
    return failed(ERR_HISTORY_NOT_FOUND, -1);
  const size_t from = countUpTo(bars, start - 1), to = countUpTo(bars, stop);
  return copy(bars, {from, to - from}, into, part);
}

MqlRates whole(const MqlRates& bar) { return bar; }
datetime opening(const MqlRates& bar) { return bar.time; }

const MqlRates* barAt(const String& name, ENUM_TIMEFRAMES period, int32_t shift) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return nullptr;
  const Rates& bars = terminal::bars::of(symbol, period);
  if (shift < 0 || static_cast<size_t>(shift) >= bars.size()) return failed(ERR_HISTORY_NOT_FOUND, nullptr);
  return &bars[bars.size() - 1 - static_cast<size_t>(shift)];
}

}  // namespace

int32_t CopyRates(String name, ENUM_TIMEFRAMES period, int32_t place, int32_t count, Array<MqlRates>& into) {
  return copyFromPlace(name, period, place, count, into, whole);
}
int32_t CopyRates(String name, ENUM_TIMEFRAMES period, datetime start, int32_t count, Array<MqlRates>& into) {
  return copyFromTime(name, period, start, count, into, whole);
}
int32_t CopyRates(String name, ENUM_TIMEFRAMES period, datetime start, datetime stop, Array<MqlRates>& into) {
  return copyBetween(name, period, start, stop, into, whole);
}
int32_t CopyTime(String name, ENUM_TIMEFRAMES period, int32_t place, int32_t count, Array<datetime>& into) {
  return copyFromPlace(name, period, place, count, into, opening);
}
int32_t CopyTime(String name, ENUM_TIMEFRAMES period, datetime start, int32_t count, Array<datetime>& into) {
  return copyFromTime(name, period, start, count, into, opening);
}
int32_t CopyTime(String name, ENUM_TIMEFRAMES period, datetime start, datetime stop, Array<datetime>& into) {
  return copyBetween(name, period, start, stop, into, opening);
}

int32_t Bars(String name, ENUM_TIMEFRAMES period) {
  const int symbol = knownSymbol(name);
  return symbol < 0 ? 0 : static_cast<int32_t>(terminal::bars::of(symbol, period).size());
}

int32_t Bars(String name, ENUM_TIMEFRAMES period, datetime start, datetime stop) {
  const int symbol = knownSymbol(name);
  if (symbol < 0 || start > stop) return 0;
  const Rates& bars = terminal::bars::of(symbol, period);
  return static_cast<int32_t>(countUpTo(bars, stop) - countUpTo(bars, start - 1));
}

int32_t iBars(const String name, ENUM_TIMEFRAMES period) { return Bars(name, period); }

int32_t iBarShift(const String name, ENUM_TIMEFRAMES period, datetime time, bool exact) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return -1;
  const Rates& bars = terminal::bars::of(symbol, period);
  const size_t count = countUpTo(bars, time);
  if (count == 0 || (exact && bars[count - 1].time != time)) return failed(ERR_HISTORY_NOT_FOUND, -1);
  return static_cast<int32_t>(bars.size() - count);
}

datetime iTime(const String name, ENUM_TIMEFRAMES period, int32_t shift) {
  const MqlRates* bar = barAt(name, period, shift);
  return bar == nullptr ? datetime(0) : bar->time;
}

double iOpen(const String name, ENUM_TIMEFRAMES period, int32_t shift) {
  const MqlRates* bar = barAt(name, period, shift);
  return bar == nullptr ? 0 : bar->open;
}

double iHigh(const String name, ENUM_TIMEFRAMES period, int32_t shift) {
  const MqlRates* bar = barAt(name, period, shift);
  return bar == nullptr ? 0 : bar->high;
}

double iLow(const String name, ENUM_TIMEFRAMES period, int32_t shift) {
  const MqlRates* bar = barAt(name, period, shift);
  return bar == nullptr ? 0 : bar->low;
}

double iClose(const String name, ENUM_TIMEFRAMES period, int32_t shift) {
  const MqlRates* bar = barAt(name, period, shift);
  return bar == nullptr ? 0 : bar->close;
}

int64_t SeriesInfoInteger(String name, ENUM_TIMEFRAMES period, ENUM_SERIES_INFO_INTEGER property) {
  int64_t value = 0;
  SeriesInfoInteger(name, period, property, value);
  return value;
}

bool SeriesInfoInteger(String name, ENUM_TIMEFRAMES period, ENUM_SERIES_INFO_INTEGER property,
                       int64_t& value) {
  const int symbol = knownSymbol(name);
  if (symbol < 0) return false;
  const Rates& bars = terminal::bars::of(symbol, period);
  switch (property) {
    case SERIES_BARS_COUNT: value = static_cast<int64_t>(bars.size()); return true;
    case SERIES_FIRSTDATE:
    case SERIES_SERVER_FIRSTDATE:
    case SERIES_TERMINAL_FIRSTDATE: value = bars.empty() ? 0 : int64_t{bars.front().time}; return true;
    case SERIES_LASTBAR_DATE: value = bars.empty() ? 0 : int64_t{bars.back().time}; return true;
    case SERIES_SYNCHRONIZED: value = 1; return true;
    default: return failed(ERR_HISTORY_WRONG_PROPERTY, false);
  }
}

int32_t PeriodSeconds(ENUM_TIMEFRAMES period) {
  return static_cast<int32_t>(terminal::bars::periodSeconds(period));
}

}  // namespace mql
