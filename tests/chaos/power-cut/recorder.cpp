// Loaded before libc, it writes down what a program asks of the disk below one folder: each write with its bytes, each
// change of length, each removal, each wait for the disk, in order. The calls themselves go on as they are.
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

// Sequence of calls: the writer has one thread that touches the folder, but libuv's pool may write as well.
std::atomic_flag busy = ATOMIC_FLAG_INIT;
int trace = -1;
const char *folder = nullptr;

template <typename F> F real(const char *name) { return reinterpret_cast<F>(dlsym(RTLD_NEXT, name)); }

using Write = ssize_t (*)(int, const void *, size_t);

void put(const void *bytes, size_t length) {
  static Write write_ = real<Write>("write");
  const char *at = static_cast<const char *>(bytes);
  while (length > 0) {
    ssize_t wrote = write_(trace, at, length);
    if (wrote <= 0) abort();
    at += wrote;
    length -= static_cast<size_t>(wrote);
  }
}

bool begin() {
  folder = getenv("RECORDER_FOLDER");
  const char *file = getenv("RECORDER_TRACE");
  if (folder == nullptr || file == nullptr) return false;
  if (trace < 0) trace = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  return trace >= 0;
}

// One record: kind, length of the path, length of the bytes, offset, path, bytes.
void record(char kind, const char *path, uint64_t offset, const void *bytes, uint32_t length) {
  if (!begin() || strncmp(path, folder, strlen(folder)) != 0) return;
  while (busy.test_and_set()) {}
  char head[17];
  uint32_t pathLength = static_cast<uint32_t>(strlen(path));
  head[0] = kind;
  memcpy(head + 1, &pathLength, 4);
  memcpy(head + 5, &length, 4);
  memcpy(head + 9, &offset, 8);
  put(head, sizeof head);
  put(path, pathLength);
  put(bytes, length);
  busy.clear();
}

void recordOf(char kind, int fd, uint64_t offset, const void *bytes, uint32_t length) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0 || path[0] != '/') return;
  path[size] = 0;
  record(kind, path, offset, bytes, length);
}

ssize_t wrote(int fd, const void *bytes, ssize_t done, off64_t offset) {
  if (done > 0) recordOf('w', fd, static_cast<uint64_t>(offset), bytes, static_cast<uint32_t>(done));
  return done;
}

int cut(int fd, off64_t length, int done) {
  if (done == 0) recordOf('t', fd, static_cast<uint64_t>(length), "", 0);
  return done;
}

int synced(int fd, int done) {
  if (done == 0) recordOf('s', fd, 0, "", 0);
  return done;
}

} // namespace

extern "C" {

ssize_t write(int fd, const void *bytes, size_t length) {
  static Write next = real<Write>("write");
  off64_t before = lseek64(fd, 0, SEEK_CUR);
  ssize_t done = next(fd, bytes, length);
  return before < 0 ? done : wrote(fd, bytes, done, before);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  static auto next = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
  return wrote(fd, bytes, next(fd, bytes, length, offset), offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  static auto next = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
  return wrote(fd, bytes, next(fd, bytes, length, offset), offset);
}

int ftruncate(int fd, off_t length) noexcept {
  static auto next = real<int (*)(int, off_t)>("ftruncate");
  return cut(fd, length, next(fd, length));
}

int ftruncate64(int fd, off64_t length) noexcept {
  static auto next = real<int (*)(int, off64_t)>("ftruncate64");
  return cut(fd, length, next(fd, length));
}

int fsync(int fd) {
  static auto next = real<int (*)(int)>("fsync");
  return synced(fd, next(fd));
}

int fdatasync(int fd) {
  static auto next = real<int (*)(int)>("fdatasync");
  return synced(fd, next(fd));
}

int unlink(const char *path) noexcept {
  static auto next = real<int (*)(const char *)>("unlink");
  int done = next(path);
  if (done == 0) record('u', path, 0, "", 0);
  return done;
}
}
