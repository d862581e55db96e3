// chart SYMBOL [PERIOD], click OBJECT, objects.
#include <algorithm>
#include <vector>

#include "generated/builtins.hpp"
#include "platform/events.hpp"
#include "platform/json-line.hpp"
#include "terminal/chart/chart.hpp"
#include "terminal/terminal.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

using chart::Item;

void setChartVerb(control::Words& words) {
  const std::string symbol = words.text("SYMBOL");
  symbolNamed(symbol);
  const Value period{"PERIOD", words.textOr("PERIOD", "M1")};
  setChart(symbol, static_cast<ENUM_TIMEFRAMES>(period.choice({{"M1", PERIOD_M1},
                                                               {"M5", PERIOD_M5},
                                                               {"M15", PERIOD_M15},
                                                               {"M30", PERIOD_M30},
                                                               {"H1", PERIOD_H1},
                                                               {"H4", PERIOD_H4},
                                                               {"D1", PERIOD_D1},
                                                               {"W1", PERIOD_W1}})));
}

void click(control::Words& words) {
  const std::string name = words.rest();
  const auto item = chart::chart().items.find(name);
  if (item == chart::chart().items.end()) control::refuse("there is no object " + name);
  if (item->second.type == OBJ_BUTTON) {
    int64_t& isPressed = item->second.integers[{OBJPROP_STATE, 0}];
    isPressed = isPressed == 0;
  }
  events::chart(CHARTEVENT_OBJECT_CLICK, 1, 1, name);
}

template <class Value>
Value valueOf(const std::map<chart::Property, Value>& values, int property) {
  const auto set = values.find({property, 0});
  return set == values.end() ? Value{} : set->second;
}

std::string jsonOf(const std::string& name, const Item& item) {
  JsonLine line;
  line.text("name", name)
      .integer("type", item.type)
      .text("text", valueOf(item.texts, OBJPROP_TEXT))
      .text("tooltip", valueOf(item.texts, OBJPROP_TOOLTIP))
      .integer("x", valueOf(item.integers, OBJPROP_XDISTANCE))
      .integer("y", valueOf(item.integers, OBJPROP_YDISTANCE))
      .integer("color", valueOf(item.integers, OBJPROP_COLOR))
      .integer("background", valueOf(item.integers, OBJPROP_BGCOLOR))
      .integer("width", valueOf(item.integers, OBJPROP_XSIZE))
      .integer("height", valueOf(item.integers, OBJPROP_YSIZE))
      .integer("fontSize", valueOf(item.integers, OBJPROP_FONTSIZE))
      .text("font", valueOf(item.texts, OBJPROP_FONT));
  return line.object();
}

// All objects in the order in which they were made.
void tellObjects(control::Words&) {
  std::vector<std::pair<int64_t, std::string>> objects;
  for (const auto& [name, item] : chart::chart().items) objects.emplace_back(item.order, jsonOf(name, item));
  std::sort(objects.begin(), objects.end());
  std::string list;
  for (const auto& [order, json] : objects) list += (list.empty() ? "" : ",") + json;
  JsonLine().raw("objects", "[" + list + "]").send();
}

}  // namespace

void registerChartVerbs() {
  control::verb("chart", setChartVerb);
  control::verb("click", click);
  control::verb("objects", tellObjects, control::When::anytime);
}

}  // namespace mql::terminal
