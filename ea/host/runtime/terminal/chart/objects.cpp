#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "terminal/chart/chart.hpp"

namespace mql {
namespace {

using terminal::chart::chart;
using terminal::chart::isOurs;
using terminal::chart::Item;

// The terminal cuts an object's text there.
constexpr int LONGEST_TEXT = 63;

Item* found(int64_t id, const String& name) {
  if (!isOurs(id)) return nullptr;
  const auto item = chart().items.find(name.toUtf8());
  return item == chart().items.end() ? failed(ERR_OBJECT_NOT_FOUND, nullptr) : &item->second;
}

String cut(const String& text) {
  return text.length() <= LONGEST_TEXT ? text : String(text.view().substr(0, LONGEST_TEXT));
}

template <class Value>
Value valueOr(const std::map<terminal::chart::Property, Value>& values, int property, int modifier,
              Value otherwise) {
  const auto set = values.find({property, modifier});
  return set == values.end() ? otherwise : set->second;
}

int removeWhere(int64_t id, const std::string& prefix, int window, int type) {
  if (!isOurs(id)) return 0;
  int count = 0;
  auto& items = chart().items;
  for (auto item = items.begin(); item != items.end();) {
    const bool fits = item->first.rfind(prefix, 0) == 0 && (window < 0 || item->second.window == window) &&
                      (type < 0 || item->second.type == type);
    item = fits ? items.erase(item) : std::next(item);
    count += fits ? 1 : 0;
  }
  return count;
}

}  // namespace

bool ObjectCreate(int64_t id, String name, ENUM_OBJECT type, int32_t window, datetime time1, double price1,
                  datetime time2, double price2, datetime time3, double price3) {
  if (!isOurs(id)) return false;
  if (name.isEmpty() || name.length() > LONGEST_TEXT) return failed(ERR_INVALID_PARAMETER, false);
  // An object of the same name and type is moved; one of another type is in the way.
  const auto former = chart().items.find(name.toUtf8());
  if (former != chart().items.end() && former->second.type != type) return failed(ERR_OBJECT_ERROR, false);
  Item& item = chart().items[name.toUtf8()];
  item.type = type;
  item.window = window;
  if (former == chart().items.end()) item.order = chart().made++;
  const int64_t times[] = {time1, time2, time3};
  const double prices[] = {price1, price2, price3};
  for (int i = 0; i < 3; i++) {
    item.integers[{OBJPROP_TIME, i}] = times[i];
    item.doubles[{OBJPROP_PRICE, i}] = prices[i];
  }
  return true;
}

bool ObjectDelete(int64_t id, String name) {
  return found(id, name) != nullptr && chart().items.erase(name.toUtf8()) > 0;
}

int32_t ObjectsDeleteAll(int64_t id, int32_t window, int32_t type) {
  return removeWhere(id, "", window, type);
}

int32_t ObjectsDeleteAll(int64_t id, const String prefix, int32_t window, int32_t type) {
  return removeWhere(id, prefix.toUtf8(), window, type);
}

int32_t ObjectFind(int64_t id, String name) {
  const Item* item = found(id, name);
  return item == nullptr ? -1 : item->window;
}

bool ObjectSetInteger(int64_t id, String name, ENUM_OBJECT_PROPERTY_INTEGER property, int64_t value) {
  return ObjectSetInteger(id, name, property, 0, value);
}

bool ObjectSetInteger(int64_t id, String name, ENUM_OBJECT_PROPERTY_INTEGER property, int32_t modifier,
                      int64_t value) {
  Item* item = found(id, name);
  if (item != nullptr) item->integers[{property, modifier}] = value;
  return item != nullptr;
}

bool ObjectSetDouble(int64_t id, String name, ENUM_OBJECT_PROPERTY_DOUBLE property, double value) {
  return ObjectSetDouble(id, name, property, 0, value);
}

bool ObjectSetDouble(int64_t id, String name, ENUM_OBJECT_PROPERTY_DOUBLE property, int32_t modifier,
                     double value) {
  Item* item = found(id, name);
  if (item != nullptr) item->doubles[{property, modifier}] = value;
  return item != nullptr;
}

bool ObjectSetString(int64_t id, String name, ENUM_OBJECT_PROPERTY_STRING property, String value) {
  return ObjectSetString(id, name, property, 0, value);
}

bool ObjectSetString(int64_t id, String name, ENUM_OBJECT_PROPERTY_STRING property, int32_t modifier,
                     String value) {
  Item* item = found(id, name);
  if (item != nullptr) item->texts[{property, modifier}] = cut(value).toUtf8();
  return item != nullptr;
}

bool ObjectGetInteger(int64_t id, String name, ENUM_OBJECT_PROPERTY_INTEGER property, int32_t modifier,
                      int64_t& value) {
  const Item* item = found(id, name);
  if (item == nullptr) return false;
  const int64_t otherwise = property == OBJPROP_TYPE ? item->type : 0;
  value = valueOr(item->integers, property, modifier, otherwise);
  return true;
}

int64_t ObjectGetInteger(int64_t id, String name, ENUM_OBJECT_PROPERTY_INTEGER property, int32_t modifier) {
  int64_t value = 0;
  ObjectGetInteger(id, name, property, modifier, value);
  return value;
}

bool ObjectGetDouble(int64_t id, String name, ENUM_OBJECT_PROPERTY_DOUBLE property, int32_t modifier,
                     double& value) {
  const Item* item = found(id, name);
  if (item != nullptr) value = valueOr(item->doubles, property, modifier, 0.0);
  return item != nullptr;
}

double ObjectGetDouble(int64_t id, String name, ENUM_OBJECT_PROPERTY_DOUBLE property, int32_t modifier) {
  double value = 0;
  ObjectGetDouble(id, name, property, modifier, value);
  return value;
}

bool ObjectGetString(int64_t id, String name, ENUM_OBJECT_PROPERTY_STRING property, int32_t modifier,
                     String& value) {
  const Item* item = found(id, name);
  if (item == nullptr) return false;
  const std::string otherwise = property == OBJPROP_NAME ? name.toUtf8() : "";
  value = String::fromUtf8(valueOr(item->texts, property, modifier, otherwise));
  return true;
}

String ObjectGetString(int64_t id, String name, ENUM_OBJECT_PROPERTY_STRING property, int32_t modifier) {
  String value = String::fromUtf8("");
  ObjectGetString(id, name, property, modifier, value);
  return value;
}

// Sizes below zero are tenths of a point, sizes above it are pixels.
bool TextSetFont(const String, int32_t size, uint32_t, int32_t) {
  chart().fontSize = size < 0 ? -size * 96 / 720 : size;
  return true;
}

// About the size of a common sans-serif face: the host draws nothing.
bool TextGetSize(const String text, uint32_t& width, uint32_t& height) {
  width = static_cast<uint32_t>(text.length() * chart().fontSize * 11 / 20);
  height = static_cast<uint32_t>(chart().fontSize * 6 / 5);
  return true;
}

}  // namespace mql
