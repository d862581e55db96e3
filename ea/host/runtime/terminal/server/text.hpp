// Text of limited length that may lie in a mapped file: UTF-8, ended by a zero byte, cut between characters.
#pragma once
#include <cstring>
#include <string>
#include <string_view>

#include "language/string.hpp"

namespace mql::server {

template <size_t Room>
struct Text {
  char bytes[Room];

  std::string_view view() const { return {bytes, std::strlen(bytes)}; }
  std::string utf8() const { return std::string(view()); }
  String string() const { return String::fromUtf8(view()); }
  bool isEmpty() const { return bytes[0] == 0; }

  void set(std::string_view text) {
    size_t length = text.size() < Room ? text.size() : Room - 1;
    const auto continues = [&](size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
    while (length > 0 && continues(length)) length--;
    std::memset(bytes, 0, Room);
    std::memcpy(bytes, text.data(), length);
  }
  void set(const String& text) { set(std::string_view(text.toUtf8())); }
};

}  // namespace mql::server
