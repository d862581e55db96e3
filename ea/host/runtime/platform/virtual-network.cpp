#include "virtual-network.hpp"

#include <algorithm>

#include "events.hpp"
#include "json-line.hpp"
#include "platform.hpp"

namespace mql {

VirtualNetwork::Link* VirtualNetwork::find(int connection) {
  const auto found = links_.find(connection);
  return found == links_.end() ? nullptr : &found->second;
}

int VirtualNetwork::open(const std::string& host, uint32_t port) {
  const int connection = ++last_;
  Link link;
  link.most = most_;
  links_[connection] = link;
  JsonLine().integer("net", connection).text("opened", host + ":" + std::to_string(port)).send();
  if (answer_ != Answer::silent) {
    events::at(platform().steadyMs() + answerAfterMs_, [this, connection] { answerAt(connection); });
  }
  return connection;
}

// The other machine takes the connection or not, as it stands then.
void VirtualNetwork::answerAt(int connection) {
  Link* const link = find(connection);
  if (!link || link->state != State::connecting || answer_ == Answer::silent) return;
  link->state = answer_ == Answer::accept ? State::connected : State::over;
}

Network::State VirtualNetwork::state(int connection) {
  const Link* const link = find(connection);
  return link ? link->state : State::over;
}

size_t VirtualNetwork::readable(int connection, bool& ended) {
  const Link* const link = find(connection);
  const size_t count = link ? link->incoming.size() - link->readFrom : 0;
  ended = !link || link->state == State::over || (link->ended && count == 0);
  return count;
}

int VirtualNetwork::read(int connection, uint8_t* into, size_t count) {
  bool ended = false;
  const size_t have = std::min(count, readable(connection, ended));
  if (ended) return -1;
  Link& link = *find(connection);
  std::copy_n(link.incoming.begin() + static_cast<int64_t>(link.readFrom), have, into);
  link.readFrom += have;
  if (link.readFrom == link.incoming.size()) {
    link.incoming.clear();
    link.readFrom = 0;
  }
  return static_cast<int>(have);
}

int VirtualNetwork::write(int connection, const uint8_t* from, size_t count) {
  Link* const link = find(connection);
  if (!link || link->state != State::connected) return -1;
  int64_t taken = static_cast<int64_t>(count);
  if (link->most >= 0) taken = std::min(taken, link->most);
  if (link->window >= 0) taken = std::min(taken, link->window);
  if (link->window >= 0) link->window -= taken;
  if (taken > 0 && !link->silent)
    JsonLine().integer("net", connection).hex("sent", from, static_cast<size_t>(taken)).send();
  return static_cast<int>(taken);
}

bool VirtualNetwork::writable(int connection) {
  const Link* const link = find(connection);
  return link && link->state == State::connected && link->window != 0 && link->most != 0;
}

void VirtualNetwork::close(int connection, bool tell) {
  const Link* const link = find(connection);
  if (!link) return;
  if (tell && link->state == State::connected && !link->silent)
    JsonLine().integer("net", connection).flag("closed", true).send();
  links_.erase(connection);
}

void VirtualNetwork::arrive(int connection, const std::string& bytes) {
  Link* const link = find(connection);
  if (link && link->state == State::connected && !link->ended && !link->silent) link->incoming += bytes;
}

}  // namespace mql
