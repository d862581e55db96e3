// A file that the program has open: its position, its mode, and the bytes it has written and not flushed.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "file-store.hpp"

namespace mql {

class OpenFile {
public:
  OpenFile(FilePlace place, int flags, uint16_t delimiter, uint32_t codepage, FileUse use,
           std::unique_ptr<StoredFile> stored);

  const FilePlace& place() const { return place_; }
  const FileUse& use() const { return use_; }
  bool has(int flag) const { return (flags_ & flag) != 0; }
  bool isText() const;
  bool isCsv() const;
  bool isUnicode() const;
  uint16_t delimiter() const { return delimiter_; }
  uint32_t codepage() const { return codepage_; }
  FileInfo info() const { return stored_->info(); }

  uint64_t position() const { return position_; }
  void moveTo(uint64_t position) { position_ = position; }
  uint64_t size() const;

  // At most `count` bytes from the position, what is not flushed included; moves the position.
  std::string read(size_t count);
  // From the position on, into the buffer. False (and error 5026) when the disk is full and says so at once.
  bool write(std::string_view bytes);
  // Hands the buffer to the store. False when not all of it could be written; the rest stays in the buffer.
  bool flush();

  // The program died: what becomes of the buffer. The number of bytes that are kept is counted over the
  // buffer in the order of writing.
  void flushAtMost(uint64_t bytes);
  uint64_t unflushed() const;

private:
  struct Piece {
    uint64_t offset;
    std::string bytes;
  };
  void overlay(uint64_t offset, std::string& bytes) const;

  FilePlace place_;
  int flags_;
  uint16_t delimiter_;
  uint32_t codepage_;
  FileUse use_;
  std::unique_ptr<StoredFile> stored_;
  uint64_t position_ = 0;
  std::vector<Piece> pieces_;
};

}  // namespace mql
