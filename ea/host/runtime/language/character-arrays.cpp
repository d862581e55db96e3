// Strings as arrays of bytes or units, and back.
#include "generated/builtins.hpp"
#include "language/unicode.hpp"

namespace mql {

namespace {

std::string encode(std::u16string_view text, uint32_t codepage) {
  return codepage == CP_UTF8 ? unicode::toUtf8(text) : unicode::toAnsi(text);
}

/** `count` of -1 stands for all and the terminal zero; a fixed array takes what it has room for. */
template <class Element, class Units>
int32_t put(const Units& units, Array<Element>& array, int32_t start, int32_t count) {
  if (start < 0) return failed(ERR_INVALID_PARAMETER, 0);
  const int64_t all = static_cast<int64_t>(units.size());
  int64_t copied = count < 0 ? all + 1 : std::min<int64_t>(count, all + 1);
  if (start + copied > array.size() && array.resize(static_cast<int32_t>(start + copied)) < 0) {
    copied = std::max<int64_t>(0, array.size() - start);
  }
  for (int64_t i = 0; i < copied; ++i) {
    array.data()[start + i] = i < all ? static_cast<Element>(units[static_cast<size_t>(i)]) : Element{0};
  }
  return static_cast<int32_t>(copied);
}

/** The elements from `start` to the terminal zero, the end, or `count` of them. */
template <class Element, class Units>
Units take(const Array<Element>& array, int32_t start, int32_t count) {
  const int64_t end = count < 0 ? array.size() : std::min<int64_t>(array.size(), int64_t{start} + count);
  Units units;
  for (int64_t i = std::max(start, 0); i < end && array.data()[i] != 0; ++i) {
    units += static_cast<typename Units::value_type>(array.data()[i]);
  }
  return units;
}

}  // namespace

/** `count` counts characters, as the reference has it; UTF-8 may make several bytes of one. */
int32_t StringToCharArray(String text_string, Array<uint8_t>& array, int32_t start, int32_t count,
                          uint32_t codepage) {
  const std::u16string_view text = text_string.view();
  if (count < 0 || static_cast<size_t>(count) > text.size()) {
    return put(encode(text, codepage), array, start, -1);
  }
  const std::string bytes = encode(text.substr(0, static_cast<size_t>(count)), codepage);
  return put(bytes, array, start, static_cast<int32_t>(bytes.size()));
}

String CharArrayToString(const Array<uint8_t>& array, int32_t start, int32_t count, uint32_t codepage) {
  const std::string bytes = take<uint8_t, std::string>(array, start, count);
  return String(codepage == CP_UTF8 ? unicode::fromUtf8(bytes) : unicode::fromAnsi(bytes));
}

int32_t StringToShortArray(String text_string, Array<uint16_t>& array, int32_t start, int32_t count) {
  return put(text_string.view(), array, start, count);
}

String ShortArrayToString(const Array<uint16_t>& array, int32_t start, int32_t count) {
  return String(take<uint16_t, std::u16string>(array, start, count));
}

String ShortToString(uint16_t symbol_code) {
  const char16_t unit = static_cast<char16_t>(symbol_code);
  return String({&unit, 1});
}

String CharToString(uint8_t char_code) {
  const char byte = static_cast<char>(char_code);
  return String(unicode::fromAnsi({&byte, 1}));
}

}  // namespace mql
