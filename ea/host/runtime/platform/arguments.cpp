#include "arguments.hpp"

#include <cstdio>
#include <cstdlib>

namespace mql {
namespace {

Arguments given;

constexpr const char* kUsage =
    "usage: --virtual [--seed N] [--timer-floor MS] [--socket ideal|speculative]\n"
    "       --real --files DIR [--common DIR] [--server FILE]\n"
    "              [--seed N] [--timer-floor MS] [--socket ideal|speculative]\n";

[[noreturn]] void leave(const std::string& why) {
  std::fprintf(stderr, "%s\n%s", why.c_str(), kUsage);
  std::exit(2);
}

int64_t numberOf(const std::string& name, const std::string& text) {
  char* end = nullptr;
  const int64_t value = std::strtoll(text.c_str(), &end, 10);
  if (text.empty() || *end != 0 || value < 0) leave(name + " needs a whole number, not " + text);
  return value;
}

void takeValue(const std::string& name, const std::string& value) {
  if (name == "--files") {
    given.files = value;
  } else if (name == "--common") {
    given.common = value;
  } else if (name == "--server") {
    given.server = value;
  } else if (name == "--seed") {
    given.seed = static_cast<uint64_t>(numberOf(name, value));
  } else if (name == "--timer-floor") {
    given.timerFloorMs = numberOf(name, value);
  } else if (name == "--socket" && (value == "ideal" || value == "speculative")) {
    given.speculativeSockets = value == "speculative";
  } else {
    leave("cannot read " + name + " " + value);
  }
}

}  // namespace

Arguments parseArguments(int count, char** words) {
  bool real = false;
  for (int i = 1; i < count; i++) {
    const std::string word = words[i];
    if (word == "--virtual") {
      given.isVirtual = true;
    } else if (word == "--real") {
      real = true;
    } else if (i + 1 < count) {
      takeValue(word, words[++i]);
    } else {
      leave("cannot read " + word);
    }
  }
  if (real == given.isVirtual) leave("say either --real or --virtual");
  if (real && given.files.empty()) leave("--real needs --files DIR");
  if (given.common.empty()) given.common = given.files + "/../Common";
  return given;
}

const Arguments& arguments() { return given; }

}  // namespace mql
