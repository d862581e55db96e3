#include "posix-network.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace mql {
namespace {

bool wouldBlock() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

int connecting(const addrinfo& address) {
  const int fd = ::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  if (::connect(fd, address.ai_addr, address.ai_addrlen) == 0 || errno == EINPROGRESS) return fd;
  ::close(fd);
  return -1;
}

short events(int fd, short wanted) {
  pollfd entry{fd, wanted, 0};
  return ::poll(&entry, 1, 0) > 0 ? entry.revents : 0;
}

}  // namespace

int PosixNetwork::open(const std::string& host, uint32_t port) {
  addrinfo hints{};
  hints.ai_family = AF_INET;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) return -1;
  const int fd = connecting(*found);
  ::freeaddrinfo(found);
  return fd;
}

Network::State PosixNetwork::state(int fd) {
  if (fd < 0) return State::over;
  if (!(events(fd, POLLOUT) & (POLLOUT | POLLERR | POLLHUP))) return State::connecting;
  // Not SO_ERROR: it tells of an error once, and this may be asked again.
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  return ::getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) == 0 ? State::connected : State::over;
}

size_t PosixNetwork::readable(int fd, bool& ended) {
  int count = 0;
  if (::ioctl(fd, FIONREAD, &count) != 0) ended = true;
  if (ended || count > 0) return static_cast<size_t>(count);
  char byte;
  const ssize_t peeked = ::recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  ended = peeked == 0 || (peeked < 0 && !wouldBlock());
  return peeked > 0 ? 1 : 0;
}

int PosixNetwork::read(int fd, uint8_t* into, size_t count) {
  const ssize_t got = ::recv(fd, into, count, MSG_DONTWAIT);
  if (got > 0) return static_cast<int>(got);
  return got < 0 && wouldBlock() ? 0 : -1;
}

int PosixNetwork::write(int fd, const uint8_t* from, size_t count) {
  const ssize_t sent = ::send(fd, from, count, MSG_DONTWAIT | MSG_NOSIGNAL);
  if (sent >= 0) return static_cast<int>(sent);
  return wouldBlock() ? 0 : -1;
}

bool PosixNetwork::writable(int fd) {
  const short happened = events(fd, POLLOUT);
  return (happened & POLLOUT) != 0 && (happened & (POLLERR | POLLHUP)) == 0;
}

void PosixNetwork::close(int fd, bool) { ::close(fd); }

}  // namespace mql
