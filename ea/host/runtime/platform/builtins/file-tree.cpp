// Files and folders by name: exists, delete, move, copy, folders.
#include <string>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/disk.hpp"
#include "platform/file-names.hpp"
#include "platform/life.hpp"
#include "platform/open-files.hpp"
#include "platform/platform.hpp"

namespace mql {
namespace {

FileStore& store() { return platform().files(); }

// The file that a name stands for; nothing and an error when there is none.
std::optional<FilePlace> existing(const String& name, int flags) {
  const auto place = placeNamed(name, flags);
  if (!place) return std::nullopt;
  const auto info = store().info(*place);
  if (!info) return failed(ERR_FILE_NOT_EXIST, std::nullopt);
  if (info->folder) return failed(ERR_FILE_IS_DIRECTORY, std::nullopt);
  return place;
}

// Where a move or a copy may put its file.
std::optional<FilePlace> target(const String& name, int flags) {
  const auto place = placeNamed(name, flags);
  if (!place) return std::nullopt;
  const auto info = store().info(*place);
  if (info && info->folder) return failed(ERR_FILE_IS_DIRECTORY, std::nullopt);
  if (info && (!(flags & FILE_REWRITE) || openfiles::isOpen(*place)))
    return failed(ERR_FILE_CANNOT_REWRITE, std::nullopt);
  return place;
}

bool copyBytes(const FilePlace& from, const FilePlace& to) {
  const FileUse reading{true, false, true, false}, writing{false, true, false, false};
  const auto source = store().open(from, FileStore::Opening::existing, reading);
  const auto copy = source ? store().open(to, FileStore::Opening::empty, writing) : nullptr;
  if (!copy) return failed(ERR_CANNOT_OPEN_FILE, false);
  const std::string bytes = source->read(0, source->size());
  const size_t fits = disk::take(bytes.size());
  const size_t written = copy->write(0, std::string_view(bytes).substr(0, fits));
  return written == bytes.size() || failed(ERR_FILE_WRITEERROR, false);
}

}  // namespace

bool FileIsExist(const String name, int32_t flags) {
  const auto place = placeNamed(name, flags);
  if (!place) return false;
  const auto info = store().info(*place);
  if (info && info->folder) return failed(ERR_FILE_IS_DIRECTORY, false);
  return info || failed(ERR_FILE_NOT_EXIST, false);
}

bool FileDelete(const String name, int32_t flags) {
  const auto place = existing(name, flags);
  if (!place) return false;
  if (openfiles::isOpen(*place)) return failed(ERR_CANNOT_DELETE_FILE, false);
  life::point("file.delete", "before");
  const bool removed = store().remove(*place);
  life::point("file.delete", "after");
  return removed || failed(ERR_CANNOT_DELETE_FILE, false);
}

bool FileMove(const String fromName, int32_t fromFlags, const String toName, int32_t toFlags) {
  const auto from = existing(fromName, fromFlags);
  const auto to = from ? target(toName, toFlags) : std::nullopt;
  if (!to) return false;
  if (openfiles::isOpen(*from)) return failed(ERR_CANNOT_OPEN_FILE, false);
  life::point("file.move", "before");
  const bool moved = store().rename(*from, *to);
  life::point("file.move", "after");
  return moved || failed(ERR_FILE_CANNOT_REWRITE, false);
}

bool FileCopy(const String fromName, int32_t fromFlags, const String toName, int32_t toFlags) {
  const auto from = existing(fromName, fromFlags);
  const auto to = from ? target(toName, toFlags) : std::nullopt;
  if (!to) return false;
  if (openfiles::forbids(*from, {true, false, true, false})) return failed(ERR_CANNOT_OPEN_FILE, false);
  life::point("file.copy", "before");
  const bool copied = copyBytes(*from, *to);
  life::point("file.copy", "after");
  return copied;
}

bool FolderCreate(String name, int32_t flags) {
  const auto place = placeNamed(name, flags);
  if (!place) return failed(ERR_WRONG_DIRECTORYNAME, false);
  const auto info = store().info(*place);
  if (info && !info->folder) return failed(ERR_FILE_ISNOT_DIRECTORY, false);
  return store().createFolder(*place) || failed(ERR_WRONG_DIRECTORYNAME, false);
}

bool FolderDelete(String name, int32_t flags) {
  const auto place = placeNamed(name, flags);
  if (!place) return failed(ERR_WRONG_DIRECTORYNAME, false);
  const auto info = store().info(*place);
  if (!info) return failed(ERR_DIRECTORY_NOT_EXIST, false);
  if (!info->folder) return failed(ERR_FILE_ISNOT_DIRECTORY, false);
  return store().removeFolder(*place) || failed(ERR_CANNOT_DELETE_DIRECTORY, false);
}

}  // namespace mql
