#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace mql::crypto {

// A message as whole blocks of 64 bytes: a 1 bit, zeros, and the message's length in bits in the last eight
// bytes.
inline std::string padded(std::string_view bytes, bool bigEndianLength) {
  std::string message(bytes);
  message += static_cast<char>(0x80);
  while (message.size() % 64 != 56) message += '\0';
  const uint64_t bits = uint64_t{bytes.size()} * 8;
  for (int i = 0; i < 8; i++) {
    const int shift = 8 * (bigEndianLength ? 7 - i : i);
    message += static_cast<char>(bits >> shift & 0xff);
  }
  return message;
}

}  // namespace mql::crypto
