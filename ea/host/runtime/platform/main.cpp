// A host binary: one translated program, one terminal, run by the control channel.
#include <filesystem>

#include "arguments.hpp"
#include "channel.hpp"
#include "clock.hpp"
#include "disk.hpp"
#include "event-verbs.hpp"
#include "globals.hpp"
#include "json-line.hpp"
#include "language/critical.hpp"
#include "life-verbs.hpp"
#include "life.hpp"
#include "open-files.hpp"
#include "output-comment.hpp"
#include "points.hpp"
#include "real-platform.hpp"
#include "schedule.hpp"
#include "sockets.hpp"
#include "terminal-state.hpp"
#include "terminal/terminal.hpp"
#include "virtual-platform.hpp"

#ifdef __SANITIZE_ADDRESS__
// A crash leaves the program's frames as a killed process does: what they owned is lost on purpose.
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

namespace {

void reportCritical(const std::string& text) {
  mql::JsonLine().text("critical", text).send();
  mql::flushLines();
}

void registerVerbs() {
  mql::registerLifeVerbs();
  mql::life::registerPointVerbs();
  mql::clock::registerClockVerbs();
  mql::schedule::registerScheduleVerbs();
  mql::openfiles::registerFileVerbs();
  mql::disk::registerDiskVerb();
  mql::sockets::registerSocketVerbs();
  mql::globals::registerGlobalsVerb();
  mql::registerTerminalVerbs();
  mql::registerEventVerbs();
  mql::output::forgetCommentAtEnd();
}

void openPlatform(const mql::Arguments& arguments) {
  if (arguments.isVirtual) {
    mql::usePlatform(mql::makeVirtualPlatform());
    return;
  }
  std::filesystem::create_directories(arguments.files);
  std::filesystem::create_directories(arguments.common);
  mql::usePlatform(mql::makeRealPlatform(arguments.files, arguments.common));
  mql::globals::keepIn(arguments.files + "/../gvariables.txt");
}

}  // namespace

int main(int count, char** words) {
  const mql::Arguments arguments = mql::parseArguments(count, words);
  mql::onCritical(reportCritical);
  mql::seedRandom(arguments.seed);
  mql::sockets::setSpeculative(arguments.speculativeSockets);
  mql::schedule::setTimerFloor(arguments.timerFloorMs);
  openPlatform(arguments);
  registerVerbs();
  mql::terminal::start(arguments.server);
  mql::channel::serve();
  return 0;
}
