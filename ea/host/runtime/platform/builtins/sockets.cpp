// Socket functions with MT5's habits: they block, they tell of an end late, and the address must be allowed.
#include "platform/sockets.hpp"

#include <algorithm>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/events.hpp"
#include "platform/life.hpp"
#include "platform/network.hpp"
#include "platform/platform.hpp"

namespace mql {
namespace {

using sockets::Socket;

// What SocketRead takes a timeout of 0 for.
constexpr int64_t kDefaultReadMs = 120'000;
// A program without a send timeout would wait for ever; a test must see an end.
constexpr int64_t kForeverMs = 600'000;

Network& network() { return platform().network(); }

// Something went wrong on the way: MT5 gives the connection up, the handle stays.
template <class Result>
Result broken(Socket& socket, Result result) {
  network().close(socket.connection, true);
  socket.connected = false;
  return failed(ERR_NETSOCKET_IO_ERROR, result);
}

int readPart(Socket& socket, Array<uint8_t>& buffer, int32_t at, int32_t wanted) {
  return network().read(socket.connection, buffer.data() + at, static_cast<size_t>(wanted));
}

}  // namespace

int32_t SocketCreate(uint32_t) { return sockets::create(); }

bool SocketClose(const int32_t handle) {
  Socket* const socket = sockets::find(handle);
  if (!socket) return false;
  life::point("socket.close", "before");
  if (socket->connected) network().close(socket->connection, true);
  sockets::erase(handle);
  life::point("socket.close", "after");
  return true;
}

bool SocketConnect(int32_t handle, const String host, uint32_t port, uint32_t timeoutMs) {
  Socket* const socket = sockets::find(handle);
  if (!socket) return false;
  if (!sockets::isAllowed(host.toUtf8())) return failed(ERR_FUNCTION_NOT_ALLOWED, false);
  if (socket->connected) return failed(ERR_NETSOCKET_CANNOT_CONNECT, false);
  life::point("socket.connect", "before");
  const int connection = network().open(host.toUtf8(), port);
  events::wait(timeoutMs, [connection] { return network().state(connection) != Network::State::connecting; });
  socket->connected = network().state(connection) == Network::State::connected;
  socket->connection = connection;
  socket->speculated = false;
  if (!socket->connected && connection >= 0) network().close(connection, true);
  life::point("socket.connect", "after");
  return socket->connected || failed(ERR_NETSOCKET_CANNOT_CONNECT, false);
}

bool SocketIsConnected(const int32_t handle) {
  const Socket* const socket = sockets::find(handle);
  return socket && socket->connected;
}

uint32_t SocketIsReadable(const int32_t handle) {
  Socket* const socket = sockets::find(handle);
  if (!socket) return 0;
  if (!socket->connected) return failed(ERR_NETSOCKET_IO_ERROR, 0u);
  bool ended = false;
  const size_t count = network().readable(socket->connection, ended);
  if (count > 0) {
    socket->speculated = false;
    return static_cast<uint32_t>(count);
  }
  if (!sockets::speculative()) return ended ? broken(*socket, 0u) : 0;
  // The reference book: 1 for an empty buffer, as a rule for the first call; whether there is anything shows
  // at the next read.
  const bool guess = ended || !socket->speculated;
  socket->speculated = true;
  return guess ? 1 : 0;
}

bool SocketIsWritable(const int32_t handle) {
  Socket* const socket = sockets::find(handle);
  if (!socket) return false;
  if (!socket->connected) return failed(ERR_NETSOCKET_IO_ERROR, false);
  if (network().state(socket->connection) == Network::State::over) return broken(*socket, false);
  return network().writable(socket->connection);
}

bool SocketTimeouts(int32_t handle, uint32_t sendMs, uint32_t) {
  Socket* const socket = sockets::find(handle);
  if (!socket) return false;
  socket->sendMs = sendMs;
  return true;
}

int32_t SocketRead(int32_t handle, Array<uint8_t>& buffer, uint32_t most, uint32_t timeoutMs) {
  Socket* const socket = sockets::find(handle);
  if (!socket) return -1;
  if (!socket->connected) return failed(ERR_NETSOCKET_IO_ERROR, -1);
  const int32_t room = static_cast<int32_t>(std::min<uint32_t>(most, INT32_MAX));
  if (buffer.isDynamic() && buffer.size() < room) buffer.resize(room);
  const int32_t wanted = std::min(room, buffer.size());
  int32_t done = 0;
  bool over = false;
  life::point("socket.read", "before");
  events::wait(timeoutMs == 0 ? kDefaultReadMs : timeoutMs, [&] {
    const int part = readPart(*socket, buffer, done, wanted - done);
    over = part < 0;
    done += std::max(part, 0);
    return over || done == wanted;
  });
  if (buffer.isDynamic()) buffer.resize(done);
  life::point("socket.read", "after");
  if (done > 0) return done;
  return over ? broken(*socket, -1) : -1;
}

int32_t SocketSend(int32_t handle, const Array<uint8_t>& buffer, uint32_t length) {
  Socket* const socket = sockets::find(handle);
  if (!socket) return -1;
  if (!socket->connected) return failed(ERR_NETSOCKET_IO_ERROR, -1);
  const int32_t wanted = static_cast<int32_t>(std::min<int64_t>(length, buffer.size()));
  int32_t done = 0;
  bool over = false;
  life::point("socket.send", "before");
  // One write that takes a part is a part sent; only a full pipe makes the program wait.
  events::wait(socket->sendMs == 0 ? kForeverMs : socket->sendMs, [&] {
    const int part = network().write(socket->connection, buffer.data(), static_cast<size_t>(wanted));
    over = part < 0;
    done = std::max(part, 0);
    return over || done > 0 || wanted == 0;
  });
  life::point("socket.send", "after");
  return over || (done == 0 && wanted > 0) ? broken(*socket, -1) : done;
}

}  // namespace mql
