#include <array>
#include <cmath>

#include "digest.hpp"
#include "padding.hpp"

namespace mql::crypto {
namespace {

using Words = std::array<uint32_t, 4>;

constexpr int kTurns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

// floor(2^32 * |sin(i + 1)|)
std::array<uint32_t, 64> sines() {
  std::array<uint32_t, 64> table{};
  for (size_t i = 0; i < 64; i++) {
    const double sine = std::fabs(std::sin(static_cast<double>(i + 1)));
    table[i] = static_cast<uint32_t>(std::floor(4294967296.0 * sine));
  }
  return table;
}

uint32_t chosen(int round, uint32_t b, uint32_t c, uint32_t d) {
  if (round == 0) return (b & c) | (~b & d);
  if (round == 1) return (d & b) | (~d & c);
  return round == 2 ? b ^ c ^ d : c ^ (b | ~d);
}

int placeOf(int round, int i) {
  constexpr int factors[4] = {1, 5, 3, 7}, starts[4] = {0, 1, 5, 0};
  return (factors[round] * i + starts[round]) % 16;
}

uint32_t wordAt(const unsigned char* bytes) {
  return static_cast<uint32_t>(bytes[3]) << 24 | static_cast<uint32_t>(bytes[2]) << 16 |
         static_cast<uint32_t>(bytes[1]) << 8 | bytes[0];
}

void mix(Words& state, const unsigned char* block) {
  static const std::array<uint32_t, 64> table = sines();
  auto [a, b, c, d] = state;
  for (int i = 0; i < 64; i++) {
    const int round = i / 16, turn = kTurns[round][i % 4];
    const uint32_t word = wordAt(block + 4 * placeOf(round, i));
    const uint32_t sum = a + chosen(round, b, c, d) + table[static_cast<size_t>(i)] + word;
    a = d, d = c, c = b;
    b += sum << turn | sum >> (32 - turn);
  }
  const Words mixed = {a, b, c, d};
  for (size_t i = 0; i < 4; i++) state[i] += mixed[i];
}

}  // namespace

std::string md5(std::string_view bytes) {
  Words state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  const std::string message = padded(bytes, false);
  for (size_t at = 0; at < message.size(); at += 64)
    mix(state, reinterpret_cast<const unsigned char*>(message.data()) + at);
  std::string digest;
  for (uint32_t word : state) {
    for (int shift = 0; shift < 32; shift += 8) digest += static_cast<char>(word >> shift & 0xff);
  }
  return digest;
}

}  // namespace mql::crypto
