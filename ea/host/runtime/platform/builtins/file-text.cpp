// FileReadString, FileWriteString.
#include <algorithm>
#include <string>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "language/unicode.hpp"
#include "platform/life.hpp"
#include "platform/open-files.hpp"

namespace mql {
namespace {

constexpr size_t kPartBytes = 512;

bool isUtf8(const OpenFile& file) { return file.codepage() == CP_UTF8; }

uint16_t unitAt(const std::string& bytes, size_t at, size_t width) {
  const auto low = static_cast<unsigned char>(bytes[at]);
  return width == 1 ? low : static_cast<uint16_t>(static_cast<unsigned char>(bytes[at + 1]) << 8 | low);
}

std::string encoded(const OpenFile& file, std::u16string_view units) {
  if (!file.isUnicode()) return isUtf8(file) ? unicode::toUtf8(units) : unicode::toAnsi(units);
  std::string bytes;
  bytes.reserve(2 * units.size());
  for (char16_t unit : units) {
    bytes += static_cast<char>(unit & 0xff);
    bytes += static_cast<char>(unit >> 8);
  }
  return bytes;
}

std::u16string decoded(const OpenFile& file, const std::string& bytes) {
  if (!file.isUnicode()) return isUtf8(file) ? unicode::fromUtf8(bytes) : unicode::fromAnsi(bytes);
  std::u16string units(bytes.size() / 2, 0);
  for (size_t i = 0; i < units.size(); i++) units[i] = unitAt(bytes, 2 * i, 2);
  return units;
}

// The bytes up to the next line end (or delimiter, in a CSV file); the position moves behind it.
std::string nextField(OpenFile& file) {
  const size_t width = file.isUnicode() ? 2 : 1;
  const uint16_t delimiter = file.isCsv() ? file.delimiter() : 0;
  const uint64_t start = file.position();
  std::string bytes;
  for (size_t at = 0;; at += width) {
    if (at + width > bytes.size()) {
      const std::string part = file.read(kPartBytes);
      if (part.size() < width) return bytes;
      bytes += part;
    }
    const uint16_t unit = unitAt(bytes, at, width);
    if (unit != '\n' && (delimiter == 0 || unit != delimiter)) continue;
    file.moveTo(start + at + width);
    const bool carriage = unit == '\n' && at >= width && unitAt(bytes, at - width, width) == '\r';
    bytes.resize(carriage ? at - width : at);
    return bytes;
  }
}

std::u16string withCarriageReturns(std::u16string_view text) {
  std::u16string lines;
  for (size_t i = 0; i < text.size(); i++) {
    if (text[i] == u'\n' && (i == 0 || text[i - 1] != u'\r')) lines += u'\r';
    lines += text[i];
  }
  return lines;
}

}  // namespace

String FileReadString(int32_t handle, int32_t length) {
  OpenFile* const file = openfiles::find(handle);
  if (!file) return null;
  if (!file->has(FILE_READ)) return failed(ERR_FILE_NOTTOREAD, String());
  if (file->position() >= file->size()) return failed(ERR_FILE_ENDOFFILE, String(u""));
  if (file->isText()) return String(decoded(*file, nextField(*file)));
  if (length < 0) return failed(ERR_FILE_BINSTRINGSIZE, String());
  return String(decoded(*file, file->read(static_cast<size_t>(length) * (file->isUnicode() ? 2 : 1))));
}

uint32_t FileWriteString(int32_t handle, const String text, int32_t length) {
  OpenFile* const file = openfiles::find(handle);
  if (!file) return 0;
  if (!file->has(FILE_WRITE)) return failed(ERR_FILE_NOTTOWRITE, 0u);
  std::u16string units(text.view());
  if (file->isText()) {
    units = withCarriageReturns(units);
  } else if (length >= 0) {
    units.resize(static_cast<size_t>(length), u'\0');
  }
  const std::string bytes = encoded(*file, units);
  life::point("file.write", "before");
  const bool written = file->write(bytes);
  life::point("file.write", "after");
  return written ? static_cast<uint32_t>(bytes.size()) : 0;
}

}  // namespace mql
