#include "open-files.hpp"

#include <map>
#include <set>

#include "generated/builtins.hpp"
#include "held-files.hpp"
#include "language/error.hpp"
#include "life.hpp"
#include "platform.hpp"

namespace mql::openfiles {
namespace {

constexpr size_t kMostFiles = 64;

using Files = std::map<int32_t, std::unique_ptr<OpenFile>>;

Files& files() {
  static Files& all = *new Files;
  return all;
}

int32_t lastHandle = 0;

// How many unflushed bytes of a dying program reach the disk.
uint64_t keptOf(const OpenFile& file, const life::End& end) {
  if (!end.crashed || end.files == life::End::Files::kept) return file.unflushed();
  if (end.files == life::End::Files::lost) return 0;
  return end.tornBytes >= 0 ? static_cast<uint64_t>(end.tornBytes) : randomBits() % (file.unflushed() + 1);
}

void endLife() {
  for (auto& [handle, file] : files()) file->flushAtMost(keptOf(*file, life::ending()));
  files().clear();
  lastHandle = 0;
}

}  // namespace

OpenFile* find(int32_t handle) {
  const auto found = files().find(handle);
  if (found == files().end()) return failed(ERR_INVALID_FILEHANDLE, nullptr);
  return found->second.get();
}

int32_t add(std::unique_ptr<OpenFile> file) {
  if (files().size() >= kMostFiles) return failed(ERR_TOO_MANY_FILES, -1);
  files()[++lastHandle] = std::move(file);
  return lastHandle;
}

void close(int32_t handle) {
  OpenFile* const file = find(handle);
  if (!file) return;
  life::point("file.close", "before");
  const bool whole = file->flush();
  files().erase(handle);
  if (!whole) setLastError(ERR_FILE_WRITEERROR);
  life::point("file.close", "after");
}

bool forbids(const FilePlace& place, const FileUse& use) {
  if (const FileUse* held = heldfiles::find(place); held && held->clashes(use)) return true;
  for (const auto& [handle, file] : files()) {
    if (file->place() == place && file->use().clashes(use)) return true;
  }
  return false;
}

bool isOpen(const FilePlace& place) {
  if (heldfiles::find(place)) return true;
  for (const auto& [handle, file] : files()) {
    if (file->place() == place) return true;
  }
  return false;
}

void registerFileVerbs() {
  heldfiles::registerVerbs();
  life::onEnd(endLife);
}

}  // namespace mql::openfiles
