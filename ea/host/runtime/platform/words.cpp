#include <cerrno>
#include <cmath>
#include <cstdlib>

#include "control.hpp"
#include "refusal.hpp"

namespace mql::control {
namespace {

std::string trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return "";
  const size_t last = text.find_last_not_of(" \r");
  return last == std::string_view::npos ? "" : std::string(text.substr(first, last - first + 1));
}

int digitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

void refuse(const std::string& why) { throw Refusal{why}; }

Words::Words(std::string_view text) : left_(trimmed(text)) {}

std::string Words::peek() const { return left_.substr(0, left_.find(' ')); }

std::string Words::text(const char* name) {
  if (left_.empty()) refuse(std::string(name) + " is missing");
  const std::string word = peek();
  left_ = trimmed(std::string_view(left_).substr(word.size()));
  return word;
}

int64_t Words::integer(const char* name) {
  const std::string word = text(name);
  char* end = nullptr;
  errno = 0;
  const int64_t value = std::strtoll(word.c_str(), &end, 10);
  if (errno != 0 || *end != 0) refuse(std::string(name) + " is no integer: " + word);
  return value;
}

double Words::number(const char* name) {
  const std::string word = text(name);
  char* end = nullptr;
  const double value = std::strtod(word.c_str(), &end);
  if (*end != 0 || !std::isfinite(value)) refuse(std::string(name) + " is no number: " + word);
  return value;
}

bool Words::onOff(const char* name) {
  const std::string word = text(name);
  if (word != "on" && word != "off") refuse(std::string(name) + " is neither on nor off: " + word);
  return word == "on";
}

std::string Words::bytes(const char* name) {
  const std::string word = text(name);
  if (word == "-") return "";
  if (word.size() % 2 != 0) refuse(std::string(name) + " has half a byte of hexadecimal digits");
  std::string bytes(word.size() / 2, 0);
  for (size_t i = 0; i < bytes.size(); i++) {
    const int high = digitOf(word[2 * i]), low = digitOf(word[2 * i + 1]);
    if (high < 0 || low < 0) refuse(std::string(name) + " is not hexadecimal");
    bytes[i] = static_cast<char>(high << 4 | low);
  }
  return bytes;
}

std::string Words::rest() {
  std::string all;
  all.swap(left_);
  return all;
}

std::string Words::textOr(const char* name, const char* otherwise) { return more() ? text(name) : otherwise; }
int64_t Words::integerOr(const char* name, int64_t otherwise) { return more() ? integer(name) : otherwise; }
double Words::numberOr(const char* name, double otherwise) { return more() ? number(name) : otherwise; }

std::string Words::option(const char* name, const char* otherwise) {
  const std::string wanted = std::string(name) + "=";
  Words words(left_);
  std::string others, found = otherwise;
  while (words.more()) {
    const std::string word = words.text(name);
    if (word.rfind(wanted, 0) == 0) {
      found = word.substr(wanted.size());
    } else {
      others += others.empty() ? word : " " + word;
    }
  }
  left_ = others;
  return found;
}

}  // namespace mql::control
