#include "terminal/chart/chart.hpp"

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/terminal-state.hpp"
#include "terminal/market/known-symbol.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using terminal::chart::chart;
using terminal::chart::isOurs;

namespace terminal::chart {

Chart& chart() {
  static Chart only;
  return only;
}

void clear() { chart() = Chart{}; }

bool isOurs(int64_t chartId) { return chartId == 0 || chartId == ID || failed(ERR_CHART_NOT_FOUND, false); }

}  // namespace terminal::chart

String Symbol() { return String::fromUtf8(terminal::chartSymbol()); }
ENUM_TIMEFRAMES Period() { return terminal::chartPeriod(); }

int32_t Digits() {
  const int symbol = terminal::knownSymbol(Symbol());
  return symbol < 0 ? 0 : server::ledger().symbols[symbol].digits;
}

double Point() {
  const int symbol = terminal::knownSymbol(Symbol());
  return symbol < 0 ? 0 : server::ledger().symbols[symbol].point();
}

int64_t ChartID() { return terminal::chart::ID; }
String ChartSymbol(int64_t id) { return isOurs(id) ? Symbol() : String::fromUtf8(""); }
ENUM_TIMEFRAMES ChartPeriod(int64_t id) { return isOurs(id) ? Period() : PERIOD_CURRENT; }
void ChartRedraw(int64_t id) { isOurs(id); }

bool ChartSetInteger(int64_t id, ENUM_CHART_PROPERTY_INTEGER property, int64_t value) {
  if (!isOurs(id)) return false;
  chart().integers[property] = value;
  return true;
}

bool ChartSetInteger(int64_t id, ENUM_CHART_PROPERTY_INTEGER property, int32_t, int64_t value) {
  return ChartSetInteger(id, property, value);
}

bool ChartGetInteger(int64_t id, ENUM_CHART_PROPERTY_INTEGER property, int32_t, int64_t& value) {
  if (!isOurs(id)) return false;
  const auto set = chart().integers.find(property);
  if (set != chart().integers.end()) {
    value = set->second;
    return true;
  }
  switch (property) {
    case CHART_WIDTH_IN_PIXELS: value = 1280; return true;
    case CHART_HEIGHT_IN_PIXELS: value = 720; return true;
    case CHART_WINDOWS_TOTAL:
    case CHART_WINDOW_IS_VISIBLE:
    case CHART_SHOW: value = 1; return true;
    default: value = 0; return true;
  }
}

int64_t ChartGetInteger(int64_t id, ENUM_CHART_PROPERTY_INTEGER property, int32_t window) {
  int64_t value = 0;
  ChartGetInteger(id, property, window, value);
  return value;
}

bool ChartGetString(int64_t id, ENUM_CHART_PROPERTY_STRING property, String& value) {
  if (!isOurs(id)) return false;
  value = property == CHART_EXPERT_NAME ? String::fromUtf8("BITTENBridge") : String::fromUtf8("");
  return true;
}

String ChartGetString(int64_t id, ENUM_CHART_PROPERTY_STRING property) {
  String value = String::fromUtf8("");
  ChartGetString(id, property, value);
  return value;
}

}  // namespace mql
