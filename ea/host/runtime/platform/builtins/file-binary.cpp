// Numbers and raw memory in files that are opened as binary.
#include "platform/builtins/file-binary.hpp"

#include <cstring>
#include <string>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/life.hpp"
#include "platform/open-files.hpp"

namespace mql {
namespace filebinary {
namespace {

OpenFile* opened(int32_t handle, int flag, int wrongWay) {
  OpenFile* const file = openfiles::find(handle);
  if (!file) return nullptr;
  if (!file->has(FILE_BIN)) return failed(ERR_FILE_NOTBIN, nullptr);
  return file->has(flag) ? file : failed(wrongWay, nullptr);
}

}  // namespace

size_t unread(int32_t handle) {
  const OpenFile* const file = opened(handle, FILE_READ, ERR_FILE_NOTTOREAD);
  return file && file->size() > file->position() ? file->size() - file->position() : 0;
}

bool read(int32_t handle, void* into, size_t count) {
  OpenFile* const file = opened(handle, FILE_READ, ERR_FILE_NOTTOREAD);
  if (!file) return false;
  const std::string bytes = file->read(count);
  if (bytes.size() < count) return failed(ERR_FILE_READERROR, false);
  if (count > 0) std::memcpy(into, bytes.data(), count);
  return true;
}

bool write(int32_t handle, const void* from, size_t count) {
  OpenFile* const file = opened(handle, FILE_WRITE, ERR_FILE_NOTTOWRITE);
  if (!file) return false;
  life::point("file.write", "before");
  const bool written = file->write({static_cast<const char*>(from), count});
  life::point("file.write", "after");
  return written;
}

}  // namespace filebinary

namespace {

template <class T>
T readNumber(int32_t handle) {
  T value{};
  return filebinary::read(handle, &value, sizeof value) ? value : T{};
}

template <class T>
uint32_t writeNumber(int32_t handle, T value) {
  return filebinary::write(handle, &value, sizeof value) ? sizeof value : 0;
}

bool isIntegerSize(int32_t size) { return size == 1 || size == 2 || size == 4; }

}  // namespace

int32_t FileReadInteger(int32_t handle, int32_t size) {
  if (!isIntegerSize(size)) return failed(ERR_INVALID_PARAMETER, 0);
  int32_t value = 0;
  return filebinary::read(handle, &value, static_cast<size_t>(size)) ? value : 0;
}

uint32_t FileWriteInteger(int32_t handle, int32_t value, int32_t size) {
  if (!isIntegerSize(size)) return failed(ERR_INVALID_PARAMETER, 0u);
  return filebinary::write(handle, &value, static_cast<size_t>(size)) ? static_cast<uint32_t>(size) : 0;
}

int64_t FileReadLong(int32_t handle) { return readNumber<int64_t>(handle); }
uint32_t FileWriteLong(int32_t handle, int64_t value) { return writeNumber(handle, value); }
double FileReadDouble(int32_t handle) { return readNumber<double>(handle); }
uint32_t FileWriteDouble(int32_t handle, double value) { return writeNumber(handle, value); }

}  // namespace mql
