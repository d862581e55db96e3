// One line of JSON on standard output, built field by field. Lines are kept in a buffer: the channel flushes
// it once an exchange.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace mql {

class JsonLine {
public:
  JsonLine();
  JsonLine& text(std::string_view name, std::string_view utf8);
  JsonLine& integer(std::string_view name, int64_t value);
  JsonLine& number(std::string_view name, double value);
  JsonLine& flag(std::string_view name, bool value);
  JsonLine& nothing(std::string_view name);
  JsonLine& hex(std::string_view name, const uint8_t* bytes, size_t count);
  // `json` is JSON already, for lists and objects that the caller has built.
  JsonLine& raw(std::string_view name, std::string_view json);

  // Puts the line into the output. A JsonLine that is not sent is not seen.
  void send();
  // The object without an end of line, to put it into a list.
  std::string object() const { return line_ + '}'; }

private:
  void key(std::string_view name);
  std::string line_;
};

// Text as a JSON string with its quotes.
std::string quoted(std::string_view utf8);

// Writes everything that was sent to standard output.
void flushLines();

}  // namespace mql
