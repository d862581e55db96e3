// GlobalVariable… functions.
#include "platform/globals.hpp"

#include <string>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/clock.hpp"
#include "platform/life.hpp"

namespace mql {
namespace {

constexpr int32_t kLongestName = 63;

// The computer's local time.
int64_t nowS() {
  const int64_t utcMs = clock::computerUtcMs();
  return utcMs / 1000 + clock::offsetS(clock::computerZone(), utcMs);
}

globals::Variable* find(const String& name) {
  const auto found = globals::all().find(name.toUtf8());
  if (found == globals::all().end()) return failed(ERR_GLOBALVARIABLE_NOT_FOUND, nullptr);
  return &found->second;
}

// Reading a variable is an access, too.
globals::Variable* touch(const String& name) {
  globals::Variable* const variable = find(name);
  if (variable) variable->accessedS = nowS();
  return variable;
}

bool isName(const String& name) { return !name.isEmpty() && name.length() <= kLongestName; }

}  // namespace

datetime GlobalVariableSet(String name, double value) {
  if (!isName(name)) return failed(ERR_INVALID_PARAMETER, datetime(0));
  life::point("global.set", "before");
  globals::Variable& variable = globals::all()[name.toUtf8()];
  variable.value = value;
  variable.accessedS = nowS();
  life::point("global.set", "after");
  return variable.accessedS;
}

double GlobalVariableGet(String name) {
  const globals::Variable* const variable = touch(name);
  return variable ? variable->value : 0;
}

bool GlobalVariableGet(String name, double& value) {
  const globals::Variable* const variable = touch(name);
  if (variable) value = variable->value;
  return variable != nullptr;
}

bool GlobalVariableCheck(String name) { return touch(name) != nullptr; }

bool GlobalVariableDel(String name) { return find(name) && globals::all().erase(name.toUtf8()) > 0; }

datetime GlobalVariableTime(String name) {
  const globals::Variable* const variable = find(name);
  return variable ? variable->accessedS : 0;
}

bool GlobalVariableTemp(String name) {
  if (!isName(name)) return failed(ERR_INVALID_PARAMETER, false);
  if (globals::all().count(name.toUtf8())) return failed(ERR_GLOBALVARIABLE_EXISTS, false);
  globals::all()[name.toUtf8()] = {0, nowS(), true};
  return true;
}

bool GlobalVariableSetOnCondition(String name, double value, double expected) {
  globals::Variable* const variable = touch(name);
  if (!variable || variable->value != expected) return false;
  life::point("global.set", "before");
  variable->value = value;
  life::point("global.set", "after");
  return true;
}

void GlobalVariablesFlush() {
  life::point("global.flush", "before");
  globals::save();
  life::point("global.flush", "after");
}

}  // namespace mql
