// The control channel: lines of text on standard input, JSON lines on standard output.
//
// A line is a verb and its words, parted by blanks; several commands on one line are parted by a tab. Every
// line is answered by zero or more JSON lines and then exactly one {"done":VERB,"ok":true|false}; in REAL
// mode with "line":N, counted from 1. In VIRTUAL mode nothing happens between lines.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace mql::control {

// The words behind the verb. What is missing or malformed is refused with a sentence; the line is then
// answered with "ok":false.
class Words {
public:
  explicit Words(std::string_view text);
  bool more() const { return !left_.empty(); }
  // The next word, or a refusal that names it.
  std::string text(const char* name);
  // The next word without taking it; empty when there is none.
  std::string peek() const;
  int64_t integer(const char* name);
  double number(const char* name);
  // `on` or `off`.
  bool onOff(const char* name);
  // Bytes written in hexadecimal; `-` stands for none.
  std::string bytes(const char* name);
  // Everything that is left, blanks and all.
  std::string rest();
  // The next word when there is one, otherwise `otherwise`.
  std::string textOr(const char* name, const char* otherwise);
  int64_t integerOr(const char* name, int64_t otherwise);
  double numberOr(const char* name, double otherwise);
  // `name=value` anywhere among the words that are left: takes it out and returns the value, otherwise
  // `otherwise`.
  std::string option(const char* name, const char* otherwise);

private:
  std::string left_;
};

// Ends the verb that is running: [[noreturn]] by throwing. The text is one sentence for the person who wrote
// the line.
[[noreturn]] void refuse(const std::string& why);

using Handler = std::function<void(Words&)>;

enum class When {
  betweenHandlers,  // only while no event handler of the program runs
  anytime,          // REAL mode also while the program sleeps or waits: market data, faults, the other hand
};

// Registers a verb. Registering a name twice is a broken invariant and ends the process.
void verb(const char* name, Handler handler, When when = When::betweenHandlers);

// The same for a static object: `static const control::Verb tick{"tick", [](control::Words& words) { … }};`
struct Verb {
  Verb(const char* name, Handler handler, When when = When::betweenHandlers) {
    verb(name, std::move(handler), when);
  }
};

// Runs one line (one or more commands) and answers it. False after `quit`. In REAL mode, where lines may
// overtake a handler that waits, the answer carries the line's number.
bool run(std::string_view line, int64_t number);

// True when the verb of this line may run while the program's handler waits.
bool anytime(std::string_view line);

}  // namespace mql::control
