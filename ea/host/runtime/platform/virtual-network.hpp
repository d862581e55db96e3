#pragma once
#include <map>

#include "control.hpp"
#include "network.hpp"

namespace mql {

// Byte pipes to the driver, which is every other machine. It hears of connections and bytes by lines
//   {"net":1,"opened":"127.0.0.1:5577"}   {"net":1,"sent":"HEX"}   {"net":1,"closed":true}
// and acts by `net …` verbs. Numbers count up through all lives.
class VirtualNetwork : public Network {
public:
  VirtualNetwork();
  int open(const std::string& host, uint32_t port) override;
  State state(int connection) override;
  size_t readable(int connection, bool& ended) override;
  int read(int connection, uint8_t* into, size_t count) override;
  int write(int connection, const uint8_t* from, size_t count) override;
  bool writable(int connection) override;
  void close(int connection, bool tell) override;

private:
  enum class Answer { accept, refuse, silent };
  struct Link {
    State state = State::connecting;
    std::string incoming;
    size_t readFrom = 0;
    bool ended = false;       // the other end has closed: no more bytes after those that are here
    bool silent = false;      // half open: what is sent goes nowhere
    int64_t window = -1;      // bytes that are taken until the driver opens it again; -1 no limit
    int64_t most = -1;        // bytes that one send takes at most; -1 no limit
  };
  Link* find(int connection);
  Link& onChannel(control::Words& words);
  void verb(control::Words& words);
  void act(const std::string& what, control::Words& words);
  void arrive(int connection, const std::string& bytes);
  void answerAt(int connection);

  std::map<int, Link> links_;
  int last_ = 0;
  Answer answer_ = Answer::accept;
  int64_t answerAfterMs_ = 0;
  int64_t most_ = -1;
};

}  // namespace mql
