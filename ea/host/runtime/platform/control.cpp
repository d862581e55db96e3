#include "control.hpp"

#include <cstdio>
#include <cstdlib>
#include <unordered_map>

#include "events.hpp"
#include "json-line.hpp"
#include "platform.hpp"
#include "refusal.hpp"

namespace mql::control {
namespace {

struct Entry {
  Handler handler;
  When when;
};

std::unordered_map<std::string, Entry>& verbs() {
  static std::unordered_map<std::string, Entry> all;
  return all;
}

std::string_view nameOf(std::string_view command) {
  while (!command.empty() && command.front() == ' ') command.remove_prefix(1);
  return command.substr(0, command.find_first_of(" \r"));
}

bool runCommand(std::string_view command) {
  while (!command.empty() && command.front() == ' ') command.remove_prefix(1);
  const std::string_view name = nameOf(command);
  const auto found = verbs().find(std::string(name));
  try {
    if (found == verbs().end()) refuse("no such verb");
    Words words(command.substr(name.size()));
    found->second.handler(words);
    if (words.more()) refuse("too many words: " + words.rest());
  } catch (const Refusal& refusal) {
    JsonLine().text("refused", name).text("why", refusal.why).send();
    return false;
  }
  return true;
}

}  // namespace

void verb(const char* name, Handler handler, When when) {
  if (!verbs().emplace(name, Entry{std::move(handler), when}).second) {
    std::fprintf(stderr, "control verb %s is registered twice\n", name);
    std::abort();
  }
}

bool run(std::string_view line, int64_t number) {
  const std::string_view whole = line;
  bool ok = true;
  while (!line.empty()) {
    const size_t tab = line.find('\t');
    ok = runCommand(line.substr(0, tab)) && ok;
    events::dispatch();
    line = tab == std::string_view::npos ? "" : line.substr(tab + 1);
  }
  const std::string_view name = nameOf(whole.substr(0, whole.find('\t')));
  JsonLine done;
  done.text("done", name).flag("ok", ok);
  if (!platform().isVirtual()) done.integer("line", number);
  done.send();
  return name != "quit";
}

bool anytime(std::string_view line) {
  while (!line.empty()) {
    const size_t tab = line.find('\t');
    const auto found = verbs().find(std::string(nameOf(line.substr(0, tab))));
    if (found != verbs().end() && found->second.when != When::anytime) return false;
    line = tab == std::string_view::npos ? "" : line.substr(tab + 1);
  }
  return true;
}

}  // namespace mql::control
