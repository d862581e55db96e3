#include "json-line.hpp"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cmath>

namespace mql {
namespace {

constexpr size_t kFlushAt = 1 << 20;

std::string& pending() {
  static std::string buffer;
  return buffer;
}

void appendQuoted(std::string& into, std::string_view utf8) {
  static const char digits[] = "0123456789abcdef";
  into += '"';
  for (char c : utf8) {
    switch (c) {
      case '"': into += "\\\""; break;
      case '\\': into += "\\\\"; break;
      case '\n': into += "\\n"; break;
      case '\r': into += "\\r"; break;
      case '\t': into += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
          into += "\\u00";
          into += digits[(c >> 4) & 15];
          into += digits[c & 15];
        } else {
          into += c;
        }
    }
  }
  into += '"';
}

}  // namespace

JsonLine::JsonLine() : line_("{") {}

void JsonLine::key(std::string_view name) {
  if (line_.size() > 1) line_ += ',';
  appendQuoted(line_, name);
  line_ += ':';
}

JsonLine& JsonLine::text(std::string_view name, std::string_view utf8) {
  key(name);
  appendQuoted(line_, utf8);
  return *this;
}

JsonLine& JsonLine::integer(std::string_view name, int64_t value) {
  key(name);
  line_ += std::to_string(value);
  return *this;
}

JsonLine& JsonLine::number(std::string_view name, double value) {
  if (!std::isfinite(value)) return nothing(name);
  key(name);
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  line_.append(digits, end);
  return *this;
}

JsonLine& JsonLine::flag(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }

JsonLine& JsonLine::nothing(std::string_view name) { return raw(name, "null"); }

JsonLine& JsonLine::hex(std::string_view name, const uint8_t* bytes, size_t count) {
  static const char digits[] = "0123456789abcdef";
  key(name);
  line_ += '"';
  const size_t at = line_.size();
  line_.resize(at + 2 * count);
  for (size_t i = 0; i < count; i++) {
    line_[at + 2 * i] = digits[bytes[i] >> 4];
    line_[at + 2 * i + 1] = digits[bytes[i] & 15];
  }
  line_ += '"';
  return *this;
}

JsonLine& JsonLine::raw(std::string_view name, std::string_view json) {
  key(name);
  line_ += json;
  return *this;
}

void JsonLine::send() {
  std::string& buffer = pending();
  buffer += line_;
  buffer += "}\n";
  if (buffer.size() > kFlushAt) flushLines();
}

std::string quoted(std::string_view utf8) {
  std::string text;
  appendQuoted(text, utf8);
  return text;
}

void flushLines() {
  std::string& buffer = pending();
  size_t done = 0;
  while (done < buffer.size()) {
    const ssize_t count = ::write(STDOUT_FILENO, buffer.data() + done, buffer.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) _exit(0);  // Nobody listens any more: the driver has gone, and with it the reason to run.
    done += static_cast<size_t>(count);
  }
  buffer.clear();
}

}  // namespace mql
