// Runs OnInit of a program that needs the language alone, twice in one process: the second life must find
// every variable as the first one did. Inputs come as NAME=VALUE; prints go to standard output.
#include <cstdio>

#include "generated/builtins.hpp"
#include "language/globals.hpp"
#include "language/output.hpp"
#include "language/pointer.hpp"
#include "language/program.hpp"

namespace mql::output {

void print(const String& line) { std::printf("%s\n", line.toUtf8().c_str()); }
void comment(const String& text) { std::printf("comment: %s\n", text.toUtf8().c_str()); }
void alert(const String& text) { std::printf("alert: %s\n", text.toUtf8().c_str()); }

}  // namespace mql::output

namespace mql {

int32_t GetLastError() { return lastError(); }
void ResetLastError() { clearLastError(); }

}  // namespace mql

namespace {

/** Sets an input from NAME=VALUE; false if there is no such input, or the value is none for it. */
bool set(const mql::Program& program, const std::string& assignment) {
  const size_t middle = assignment.find('=');
  for (int i = 0; i < program.inputCount; ++i) {
    if (assignment.substr(0, middle) != program.inputs[i].name) continue;
    return program.inputs[i].set(assignment.substr(middle + 1));
  }
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  const mql::Program& program = mql::program_table();
  for (int i = 1; i < count; ++i) {
    if (set(program, arguments[i])) continue;
    std::fprintf(stderr, "%s sets no input\n", arguments[i]);
    return 2;
  }
  int result = 0;
  for (int life = 1; life <= 2 && result == 0; ++life) {
    std::printf("life %d\n", life);
    program.reset();
    result = program.onInit();
    std::printf("objects left: %d\n", mql::objects::alive());
  }
  mql::globals::dropAll();
  return result;
}
