// Connections to other machines, without waiting: what blocks in MQL5 is made of these above.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace mql {

class Network {
public:
  enum class State { connecting, connected, over };

  virtual ~Network() = default;
  // Begins to connect and returns the connection's number.
  virtual int open(const std::string& host, uint32_t port) = 0;
  virtual State state(int connection) = 0;
  // Bytes that have come in and were not read. 0 and ended = true when there will be no more.
  virtual size_t readable(int connection, bool& ended) = 0;
  // Bytes read, 0 when there are none now, -1 when the connection is over.
  virtual int read(int connection, uint8_t* into, size_t count) = 0;
  // Bytes taken, 0 when none fit now, -1 when the connection is over.
  virtual int write(int connection, const uint8_t* from, size_t count) = 0;
  virtual bool writable(int connection) = 0;
  // `tell` false: the other end never hears of it.
  virtual void close(int connection, bool tell) = 0;
};

}  // namespace mql
