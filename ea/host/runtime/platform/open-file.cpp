#include "open-file.hpp"

#include <algorithm>

#include "disk.hpp"
#include "generated/builtins.hpp"
#include "language/error.hpp"

namespace mql {
namespace {

// So much is held back at most; then it goes to the disk unasked.
constexpr size_t kBufferBytes = 65536;

}  // namespace

OpenFile::OpenFile(FilePlace place, int flags, uint16_t delimiter, uint32_t codepage, FileUse use,
                   std::unique_ptr<StoredFile> stored)
    : place_(std::move(place)), flags_(flags), delimiter_(delimiter), codepage_(codepage), use_(use),
      stored_(std::move(stored)) {}

bool OpenFile::isText() const { return !has(FILE_BIN); }
bool OpenFile::isCsv() const { return !has(FILE_BIN) && !has(FILE_TXT); }
bool OpenFile::isUnicode() const { return !has(FILE_ANSI); }

uint64_t OpenFile::size() const {
  uint64_t size = stored_->size();
  for (const Piece& piece : pieces_) size = std::max<uint64_t>(size, piece.offset + piece.bytes.size());
  return size;
}

void OpenFile::overlay(uint64_t offset, std::string& bytes) const {
  const uint64_t end = offset + bytes.size();
  for (const Piece& piece : pieces_) {
    const uint64_t from = std::max(offset, piece.offset);
    const uint64_t to = std::min<uint64_t>(end, piece.offset + piece.bytes.size());
    if (from < to) bytes.replace(from - offset, to - from, piece.bytes, from - piece.offset, to - from);
  }
}

std::string OpenFile::read(size_t count) {
  const uint64_t end = size();
  if (position_ >= end) return "";
  const size_t wanted = static_cast<size_t>(std::min<uint64_t>(count, end - position_));
  std::string bytes = stored_->read(position_, wanted);
  bytes.resize(wanted);
  overlay(position_, bytes);
  position_ += wanted;
  return bytes;
}

bool OpenFile::write(std::string_view bytes) {
  if (disk::refusesEarly(unflushed() + bytes.size())) return failed(ERR_FILE_WRITEERROR, false);
  if (!pieces_.empty() && pieces_.back().offset + pieces_.back().bytes.size() == position_) {
    pieces_.back().bytes += bytes;
  } else if (!bytes.empty()) {
    pieces_.push_back({position_, std::string(bytes)});
  }
  position_ += bytes.size();
  if (unflushed() > kBufferBytes) flush();
  return true;
}

bool OpenFile::flush() {
  while (!pieces_.empty()) {
    Piece& piece = pieces_.front();
    const size_t fits = disk::take(piece.bytes.size());
    const size_t written = stored_->write(piece.offset, std::string_view(piece.bytes).substr(0, fits));
    if (written < piece.bytes.size()) {
      piece.offset += written;
      piece.bytes.erase(0, written);
      return false;
    }
    pieces_.erase(pieces_.begin());
  }
  return true;
}

void OpenFile::flushAtMost(uint64_t bytes) {
  for (Piece& piece : pieces_) {
    if (bytes < piece.bytes.size()) piece.bytes.resize(bytes);
    bytes -= piece.bytes.size();
  }
  flush();
}

uint64_t OpenFile::unflushed() const {
  uint64_t bytes = 0;
  for (const Piece& piece : pieces_) bytes += piece.bytes.size();
  return bytes;
}

}  // namespace mql
