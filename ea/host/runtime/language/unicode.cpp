#include "language/unicode.hpp"

#include <cstdint>

namespace mql::unicode {

namespace {

/** Windows-1252 from 0x80 to 0x9F; the other bytes are their own code. */
constexpr char16_t WINDOWS_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Decoded {
  uint32_t code;
  size_t length;
};

constexpr Decoded BROKEN{REPLACEMENT, 1};

int continuationsOf(uint8_t lead) {
  if (lead < 0x80) return 0;
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) return 2;
  if (lead >= 0xF0 && lead <= 0xF4) return 3;
  return -1;
}

Decoded decode(std::string_view bytes, size_t at) {
  constexpr uint32_t SMALLEST[] = {0, 0x80, 0x800, 0x10000};
  const auto lead = static_cast<uint8_t>(bytes[at]);
  const int continuations = continuationsOf(lead);
  if (continuations < 0 || at + continuations >= bytes.size()) return BROKEN;
  uint32_t code = continuations == 0 ? lead : lead & (0x3Fu >> continuations);
  for (int i = 1; i <= continuations; ++i) {
    const auto next = static_cast<uint8_t>(bytes[at + i]);
    if ((next & 0xC0) != 0x80) return BROKEN;
    code = code << 6 | (next & 0x3F);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < SMALLEST[continuations] || code > 0x10FFFF || surrogate) return BROKEN;
  return {code, static_cast<size_t>(continuations) + 1};
}

void putUtf16(std::u16string& out, uint32_t code) {
  if (code < 0x10000) {
    out += static_cast<char16_t>(code);
    return;
  }
  out += static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10));
  out += static_cast<char16_t>(0xDC00 + ((code - 0x10000) & 0x3FF));
}

void putUtf8(std::string& out, uint32_t code) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

bool isHigh(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool isLow(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

char toAnsi(char16_t unit) {
  if (unit < 0x80 || (unit >= 0xA0 && unit < 0x100)) return static_cast<char>(unit);
  for (int i = 0; i < 32; ++i) {
    if (WINDOWS_1252[i] == unit) return static_cast<char>(0x80 + i);
  }
  return '?';
}

}  // namespace

std::u16string fromUtf8(std::string_view bytes) {
  std::u16string out;
  out.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode(bytes, at);
    putUtf16(out, decoded.code);
    at += decoded.length;
  }
  return out;
}

std::string toUtf8(std::u16string_view units) {
  std::string out;
  out.reserve(units.size());
  for (size_t at = 0; at < units.size(); ++at) {
    const char16_t unit = units[at];
    if (isHigh(unit) && at + 1 < units.size() && isLow(units[at + 1])) {
      putUtf8(out, 0x10000u + ((unit - 0xD800u) << 10) + (units[++at] - 0xDC00u));
    } else {
      putUtf8(out, isHigh(unit) || isLow(unit) ? REPLACEMENT : unit);
    }
  }
  return out;
}

std::u16string fromAnsi(std::string_view bytes) {
  std::u16string out;
  out.reserve(bytes.size());
  for (const char byte : bytes) {
    const auto code = static_cast<uint8_t>(byte);
    out += code >= 0x80 && code < 0xA0 ? WINDOWS_1252[code - 0x80] : static_cast<char16_t>(code);
  }
  return out;
}

std::string toAnsi(std::u16string_view units) {
  std::string out;
  out.reserve(units.size());
  for (const char16_t unit : units) out += toAnsi(unit);
  return out;
}

}  // namespace mql::unicode
