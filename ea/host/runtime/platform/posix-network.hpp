#pragma once
#include "network.hpp"

namespace mql {

// TCP over the machine's own sockets, never blocking. A connection's number is its file descriptor.
class PosixNetwork : public Network {
public:
  int open(const std::string& host, uint32_t port) override;
  State state(int connection) override;
  size_t readable(int connection, bool& ended) override;
  int read(int connection, uint8_t* into, size_t count) override;
  int write(int connection, const uint8_t* from, size_t count) override;
  bool writable(int connection) override;
  void close(int connection, bool tell) override;
};

}  // namespace mql
