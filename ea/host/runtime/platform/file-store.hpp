// Where the bytes of files are once they have left the program: what is here survives the program's death.
//
// Paths are relative, normalised, with forward slashes ("BITTEN/journal.log"). A file is opened once per
// handle; who may open what at the same time is decided above for this process, and by lock() among
// processes.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mql {

enum class Area { local, common };

struct FilePlace {
  Area area = Area::local;
  std::string path;
  bool operator==(const FilePlace& other) const { return area == other.area && path == other.path; }
  bool operator<(const FilePlace& other) const {
    return area != other.area ? area < other.area : path < other.path;
  }
};

struct FileInfo {
  bool folder = false;
  uint64_t size = 0;
  int64_t createdS = 0, modifiedS = 0, accessedS = 0;
};

// What a handle does with a file, and what it lets others do meanwhile.
struct FileUse {
  bool read = false, write = false, othersRead = false, othersWrite = false;
  bool clashes(const FileUse& other) const {
    return (read && !other.othersRead) || (write && !other.othersWrite) || (other.read && !othersRead) ||
           (other.write && !othersWrite);
  }
};

class StoredFile {
public:
  virtual ~StoredFile() = default;
  virtual uint64_t size() = 0;
  // At most `count` bytes from `offset`; fewer at the end.
  virtual std::string read(uint64_t offset, size_t count) = 0;
  // How many were written.
  virtual size_t write(uint64_t offset, std::string_view bytes) = 0;
  virtual FileInfo info() = 0;
};

class FileStore {
public:
  virtual ~FileStore() = default;
  virtual std::optional<FileInfo> info(const FilePlace& place) = 0;
  enum class Opening { existing, orCreate, empty };
  // Makes the folders on the way when it creates. Nullptr when it cannot be, or another process has it.
  virtual std::unique_ptr<StoredFile> open(const FilePlace& place, Opening how, const FileUse& use) = 0;
  // Replaces `to`, in one step.
  virtual bool rename(const FilePlace& from, const FilePlace& to) = 0;
  virtual bool remove(const FilePlace& place) = 0;
  virtual bool createFolder(const FilePlace& place) = 0;
  // Only an empty one.
  virtual bool removeFolder(const FilePlace& place) = 0;
  // Names in a folder, sorted.
  virtual std::vector<std::string> list(const FilePlace& folder) = 0;
  // The folder's own path on this machine, for TerminalInfoString().
  virtual std::string root(Area area) const = 0;
};

}  // namespace mql
