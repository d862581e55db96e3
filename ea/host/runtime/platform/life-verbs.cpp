// init, input, inputs, deinit, crash, wipe, quit.
#include "life-verbs.hpp"

#include <cstdlib>
#include <map>
#include <vector>

#include "arguments.hpp"
#include "crash-words.hpp"
#include "json-line.hpp"
#include "language/program.hpp"
#include "platform.hpp"

namespace mql {
namespace {

std::vector<std::function<void()>>& wipings() {
  static std::vector<std::function<void()>> all;
  return all;
}

const Input& inputNamed(const std::string& name) {
  const Program& program = program_table();
  for (int i = 0; i < program.inputCount; i++) {
    if (name == program.inputs[i].name) return program.inputs[i];
  }
  control::refuse("the program has no input " + name);
}

// The values before the first `input` verb: `wipe` goes back to them.
std::map<std::string, std::string>& defaults() {
  static std::map<std::string, std::string> all;
  return all;
}

void setInput(control::Words& words) {
  const Input& input = inputNamed(words.text("NAME"));
  defaults().emplace(input.name, input.get());
  const std::string value = words.rest();
  if (!input.set(value))
    control::refuse("input " + std::string(input.name) + " (" + input.type + ") cannot be " + value);
}

void tellInputs(control::Words&) {
  const Program& program = program_table();
  std::string list;
  for (int i = 0; i < program.inputCount; i++) {
    const Input& input = program.inputs[i];
    JsonLine line;
    line.text("name", input.name).text("type", input.type).text("value", input.get());
    list += (list.empty() ? "" : ",") + line.object();
  }
  JsonLine().raw("inputs", "[" + list + "]").send();
}

void init(control::Words&) {
  if (life::loaded()) control::refuse("a program is running: say deinit or crash first");
  life::begin();
}

void deinit(control::Words& words) {
  const int64_t reason = words.integerOr("REASON", 1);
  if (!life::loaded()) control::refuse("no program is running");
  life::finish(static_cast<int>(reason));
}

void wipe(control::Words& words) {
  const int64_t seed = words.integerOr("SEED", static_cast<int64_t>(arguments().seed));
  life::crash(life::End{});
  seedRandom(static_cast<uint64_t>(seed));
  for (const auto& [name, value] : defaults()) inputNamed(name).set(value);
  for (const auto& clean : wipings()) clean();
}

}  // namespace

namespace life {
void onWipe(std::function<void()> clean) { wipings().push_back(std::move(clean)); }
}  // namespace life

namespace control {

life::End crashOptions(Words& words) {
  life::End how;
  const std::string sockets = words.option("sockets", "close");
  const std::string files = words.option("files", "lost");
  const std::string globals = words.option("globals", "lost");
  if (sockets != "close" && sockets != "silent") refuse("sockets is close or silent, not " + sockets);
  if (globals != "lost" && globals != "kept") refuse("globals is lost or kept, not " + globals);
  how.closeSockets = sockets == "close";
  how.keepGlobals = globals == "kept";
  if (files == "kept") {
    how.files = life::End::Files::kept;
  } else if (files.rfind("torn", 0) == 0) {
    how.files = life::End::Files::torn;
    if (files.size() > 5 && files[4] == ':') how.tornBytes = std::strtoll(files.c_str() + 5, nullptr, 10);
  } else if (files != "lost") {
    refuse("files is lost, kept, torn or torn:BYTES, not " + files);
  }
  return how;
}

}  // namespace control

void registerLifeVerbs() {
  control::verb("input", setInput);
  control::verb("inputs", tellInputs);
  control::verb("init", init);
  control::verb("deinit", deinit);
  control::verb("crash", [](control::Words& words) { life::crash(control::crashOptions(words)); });
  control::verb("wipe", wipe);
  control::verb("quit", [](control::Words&) {
    if (life::loaded()) life::finish(9);
  });
}

}  // namespace mql
