// Runs OnInit of a program that needs the language alone, twice in one process: the second life must find
// every variable as the first one did. What the program prints goes to standard output.
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

int main() {
  const mql::Program& program = mql::program_table();
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
