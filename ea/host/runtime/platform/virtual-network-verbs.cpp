// The verb `net`: what the other machine does.
#include "events.hpp"
#include "life.hpp"
#include "platform.hpp"
#include "virtual-network.hpp"

namespace mql {

VirtualNetwork::VirtualNetwork() {
  control::verb("net", [this](control::Words& words) { verb(words); }, control::When::anytime);
  life::onWipe([this] {
    links_.clear();
    last_ = 0;
    answer_ = Answer::accept;
    answerAfterMs_ = 0;
    most_ = -1;
  });
}

VirtualNetwork::Link& VirtualNetwork::onChannel(control::Words& words) {
  const int64_t connection = words.integer("CONNECTION");
  Link* const link = find(static_cast<int>(connection));
  if (!link) control::refuse("there is no connection " + std::to_string(connection));
  return *link;
}

// accept|refuse|silent [AFTER_MS] and most BYTES concern connections to come; the rest concerns one
// connection.
void VirtualNetwork::verb(control::Words& words) {
  const std::string what = words.text("what");
  if (what == "accept" || what == "refuse" || what == "silent") {
    answer_ = what == "accept" ? Answer::accept : what == "refuse" ? Answer::refuse : Answer::silent;
    answerAfterMs_ = words.integerOr("AFTER_MS", 0);
  } else if (what == "most") {
    most_ = words.integer("BYTES or -1");
  } else if (what == "bytes") {
    const int connection = static_cast<int>(words.integer("CONNECTION"));
    const std::string bytes = words.bytes("HEX");
    const int64_t afterMs = words.integerOr("AFTER_MS", 0);
    if (afterMs <= 0) return arrive(connection, bytes);
    events::at(platform().steadyMs() + afterMs, [this, connection, bytes] { arrive(connection, bytes); });
  } else {
    act(what, words);
  }
}

void VirtualNetwork::act(const std::string& what, control::Words& words) {
  Link& link = onChannel(words);
  if (what == "close") {
    link.ended = true;  // what has arrived can still be read
  } else if (what == "reset") {
    link.state = State::over;
    link.incoming.clear();
    link.readFrom = 0;
  } else if (what == "halfopen") {
    link.silent = true;
  } else if (what == "window") {
    link.window = words.integer("BYTES or -1");
  } else if (what == "sends") {
    link.most = words.integer("BYTES or -1");
  } else {
    control::refuse("net accept|refuse|silent|most|bytes|close|reset|halfopen|window|sends, not " + what);
  }
}

}  // namespace mql
