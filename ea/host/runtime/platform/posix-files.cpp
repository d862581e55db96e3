#include "posix-files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace mql {
namespace {

FileInfo infoOf(const struct stat& status) {
  FileInfo info;
  info.folder = S_ISDIR(status.st_mode);
  info.size = static_cast<uint64_t>(status.st_size);
  info.createdS = status.st_ctime;
  info.modifiedS = status.st_mtime;
  info.accessedS = status.st_atime;
  return info;
}

class PosixFile : public StoredFile {
public:
  explicit PosixFile(int fd) : fd_(fd) {}
  ~PosixFile() override { ::close(fd_); }

  uint64_t size() override { return info().size; }

  std::string read(uint64_t offset, size_t count) override {
    std::string bytes(count, 0);
    size_t done = 0;
    while (done < count) {
      const ssize_t part = ::pread(fd_, &bytes[done], count - done, static_cast<off_t>(offset + done));
      if (part < 0 && errno == EINTR) continue;
      if (part <= 0) break;
      done += static_cast<size_t>(part);
    }
    bytes.resize(done);
    return bytes;
  }

  size_t write(uint64_t offset, std::string_view bytes) override {
    size_t done = 0;
    while (done < bytes.size()) {
      const auto at = static_cast<off_t>(offset + done);
      const ssize_t part = ::pwrite(fd_, bytes.data() + done, bytes.size() - done, at);
      if (part < 0 && errno == EINTR) continue;
      if (part <= 0) break;
      done += static_cast<size_t>(part);
    }
    return done;
  }

  FileInfo info() override {
    struct stat status;
    return ::fstat(fd_, &status) == 0 ? infoOf(status) : FileInfo{};
  }

private:
  int fd_;
};

// Windows keeps a file that is open from those whom its sharing flags leave out; here only other hosts
// respect it.
bool lock(int fd, const FileUse& use) {
  const bool alone = !use.othersRead && !use.othersWrite;
  const bool readersOnly = !use.othersWrite && !use.write;
  if (!alone && !readersOnly) return true;
  return ::flock(fd, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0;
}

}  // namespace

std::optional<FileInfo> PosixFiles::info(const FilePlace& place) {
  struct stat status;
  if (::stat(full(place).c_str(), &status) != 0) return std::nullopt;
  return infoOf(status);
}

bool PosixFiles::makeFoldersTo(const FilePlace& place) {
  const size_t slash = place.path.rfind('/');
  return slash == std::string::npos || createFolder({place.area, place.path.substr(0, slash)});
}

std::unique_ptr<StoredFile> PosixFiles::open(const FilePlace& place, Opening how, const FileUse& use) {
  if (how != Opening::existing && !makeFoldersTo(place)) return nullptr;
  const int access = use.write ? O_RDWR : O_RDONLY;
  const int create = how == Opening::existing ? 0 : O_CREAT;
  const int fd = ::open(full(place).c_str(), access | create | O_CLOEXEC, 0644);
  if (fd < 0) return nullptr;
  struct stat status;
  const bool regular = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
  if (!regular || !lock(fd, use) || (how == Opening::empty && ::ftruncate(fd, 0) != 0)) {
    ::close(fd);
    return nullptr;
  }
  return std::make_unique<PosixFile>(fd);
}

bool PosixFiles::rename(const FilePlace& from, const FilePlace& to) {
  return makeFoldersTo(to) && ::rename(full(from).c_str(), full(to).c_str()) == 0;
}

bool PosixFiles::remove(const FilePlace& place) { return ::unlink(full(place).c_str()) == 0; }

bool PosixFiles::createFolder(const FilePlace& place) {
  const std::string path = full(place);
  for (size_t slash = root(place.area).size() + 1; slash != std::string::npos;) {
    slash = path.find('/', slash + 1);
    if (::mkdir(path.substr(0, slash).c_str(), 0755) != 0 && errno != EEXIST) return false;
  }
  const auto made = info(place);
  return made && made->folder;
}

bool PosixFiles::removeFolder(const FilePlace& place) { return ::rmdir(full(place).c_str()) == 0; }

std::vector<std::string> PosixFiles::list(const FilePlace& folder) {
  std::vector<std::string> names;
  DIR* const open = ::opendir(full(folder).c_str());
  if (!open) return names;
  while (const dirent* const entry = ::readdir(open)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  ::closedir(open);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace mql
