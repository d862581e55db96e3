// FileOpen, FileClose, FileFlush, position, size and properties of an open file.
#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/file-names.hpp"
#include "platform/life.hpp"
#include "platform/open-files.hpp"
#include "platform/platform.hpp"

namespace mql {
namespace {

constexpr std::string_view kByteOrderMark = "\xff\xfe";

FileUse useOf(int flags) {
  return {(flags & FILE_READ) != 0, (flags & FILE_WRITE) != 0, (flags & FILE_SHARE_READ) != 0,
          (flags & FILE_SHARE_WRITE) != 0};
}

FileStore::Opening openingOf(const FileUse& use) {
  if (!use.write) return FileStore::Opening::existing;
  return use.read ? FileStore::Opening::orCreate : FileStore::Opening::empty;
}

// UTF-16 text begins with a mark: written into an empty file, stepped over in one that has it.
void passMark(OpenFile& file) {
  if (!file.isText() || !file.isUnicode()) return;
  if (file.size() == 0 && file.has(FILE_WRITE)) {
    file.write(kByteOrderMark);
  } else if (file.read(kByteOrderMark.size()) != kByteOrderMark) {
    file.moveTo(0);
  }
}

// Whether the character just before the position ends a line, or the file ends here.
bool atLineEnd(OpenFile& file) {
  const uint64_t position = file.position();
  const uint64_t unit = file.isUnicode() ? 2 : 1;
  if (position >= file.size()) return true;
  if (position < unit) return false;
  file.moveTo(position - unit);
  return file.read(unit)[0] == '\n';
}

int64_t times(const FileInfo& info, ENUM_FILE_PROPERTY_INTEGER property) {
  if (property == FILE_CREATE_DATE) return info.createdS;
  return property == FILE_MODIFY_DATE ? info.modifiedS : info.accessedS;
}

int64_t propertyOf(OpenFile& file, ENUM_FILE_PROPERTY_INTEGER property) {
  switch (property) {
    case FILE_EXISTS: return 1;
    case FILE_CREATE_DATE:
    case FILE_MODIFY_DATE:
    case FILE_ACCESS_DATE: return times(file.info(), property);
    case FILE_SIZE: return static_cast<int64_t>(file.size());
    case FILE_POSITION: return static_cast<int64_t>(file.position());
    case FILE_END: return file.position() >= file.size();
    case FILE_LINE_END: return atLineEnd(file);
    case FILE_IS_COMMON: return file.place().area == Area::common;
    case FILE_IS_TEXT: return file.has(FILE_TXT);
    case FILE_IS_BINARY: return file.has(FILE_BIN);
    case FILE_IS_CSV: return file.isCsv();
    case FILE_IS_ANSI: return !file.isUnicode();
    case FILE_IS_READABLE: return file.has(FILE_READ);
    case FILE_IS_WRITABLE: return file.has(FILE_WRITE);
  }
  return failed(ERR_INVALID_PARAMETER, -1);
}

}  // namespace

int32_t FileOpen(String name, int32_t flags, int16_t delimiter, uint32_t codepage) {
  const FileUse use = useOf(flags);
  if (!use.read && !use.write) return failed(ERR_INVALID_PARAMETER, INVALID_HANDLE);
  const auto place = placeNamed(name, flags);
  if (!place) return INVALID_HANDLE;
  const auto info = platform().files().info(*place);
  if (info && info->folder) return failed(ERR_FILE_IS_DIRECTORY, INVALID_HANDLE);
  if (openfiles::forbids(*place, use)) return failed(ERR_CANNOT_OPEN_FILE, INVALID_HANDLE);
  life::point("file.open", "before");
  auto stored = platform().files().open(*place, openingOf(use), use);
  life::point("file.open", "after");
  if (!stored) return failed(ERR_CANNOT_OPEN_FILE, INVALID_HANDLE);
  auto file = std::make_unique<OpenFile>(*place, flags, delimiter, codepage, use, std::move(stored));
  passMark(*file);
  return openfiles::add(std::move(file));
}

void FileClose(int32_t handle) { openfiles::close(handle); }

void FileFlush(int32_t handle) {
  OpenFile* const file = openfiles::find(handle);
  if (!file) return;
  life::point("file.flush", "before");
  if (!file->flush()) setLastError(ERR_FILE_WRITEERROR);
  life::point("file.flush", "after");
}

uint64_t FileSize(int32_t handle) {
  const OpenFile* const file = openfiles::find(handle);
  return file ? file->size() : 0;
}

uint64_t FileTell(int32_t handle) {
  const OpenFile* const file = openfiles::find(handle);
  return file ? file->position() : 0;
}

bool FileSeek(int32_t handle, int64_t offset, ENUM_FILE_POSITION origin) {
  OpenFile* const file = openfiles::find(handle);
  if (!file) return false;
  int64_t from = 0;
  if (origin == SEEK_CUR) from = static_cast<int64_t>(file->position());
  if (origin == SEEK_END) from = static_cast<int64_t>(file->size());
  file->moveTo(static_cast<uint64_t>(std::max<int64_t>(0, from + offset)));
  return true;
}

bool FileIsEnding(int32_t handle) {
  const OpenFile* const file = openfiles::find(handle);
  return !file || file->position() >= file->size();
}

bool FileIsLineEnding(int32_t handle) {
  OpenFile* const file = openfiles::find(handle);
  return !file || atLineEnd(*file);
}

int64_t FileGetInteger(int32_t handle, ENUM_FILE_PROPERTY_INTEGER property) {
  setLastError(0);
  OpenFile* const file = openfiles::find(handle);
  return file ? propertyOf(*file, property) : -1;
}

int64_t FileGetInteger(const String name, ENUM_FILE_PROPERTY_INTEGER property, bool common) {
  setLastError(0);
  const auto place = placeNamed(name, common ? FILE_COMMON : 0);
  if (!place) return -1;
  const auto info = platform().files().info(*place);
  if (info && info->folder) setLastError(ERR_FILE_IS_DIRECTORY);
  if (property == FILE_EXISTS) return info && !info->folder;
  if (!info) return failed(ERR_FILE_NOT_EXIST, -1);
  if (property == FILE_SIZE) return static_cast<int64_t>(info->size);
  if (property > FILE_SIZE) return failed(ERR_INVALID_PARAMETER, -1);
  return times(*info, property);
}

}  // namespace mql
