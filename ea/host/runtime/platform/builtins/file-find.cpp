// FileFindFirst, FileFindNext, FileFindClose: a search sees the folder as it was when the search began.
#include <map>
#include <string>
#include <vector>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/file-names.hpp"
#include "platform/life.hpp"
#include "platform/platform.hpp"

namespace mql {
namespace {

struct Search {
  std::vector<std::string> names;
  size_t next = 0;
};

std::map<int64_t, Search>& searches() {
  static std::map<int64_t, Search> all;
  return all;
}

int64_t lastSearch = 0;

const bool cleans = (life::onEnd([] {
  searches().clear();
  lastSearch = 0;
}), true);

// A folder's name comes with a backslash behind it.
std::vector<std::string> found(const FilePlace& folder, const std::string& filter) {
  const std::string prefix = folder.path.empty() ? "" : folder.path + "/";
  std::vector<std::string> names;
  for (const std::string& name : platform().files().list(folder)) {
    if (!matchesFilter(name, filter)) continue;
    const auto info = platform().files().info({folder.area, prefix + name});
    names.push_back(info && info->folder ? name + "\\" : name);
  }
  return names;
}

}  // namespace

int64_t FileFindFirst(const String filter, String& name, int32_t flags) {
  const std::string whole = filter.toUtf8();
  const size_t slash = whole.find_last_of("/\\");
  FilePlace folder{flags & FILE_COMMON ? Area::common : Area::local, ""};
  if (slash != std::string::npos) {
    const auto place = placeNamed(String::fromUtf8(whole.substr(0, slash)), flags);
    if (!place) return INVALID_HANDLE;
    folder = *place;
  }
  Search search{found(folder, slash == std::string::npos ? whole : whole.substr(slash + 1))};
  if (search.names.empty()) return failed(ERR_FILE_NOT_EXIST, INVALID_HANDLE);
  name = String::fromUtf8(search.names[search.next++]);
  searches()[++lastSearch] = std::move(search);
  return lastSearch;
}

bool FileFindNext(int64_t handle, String& name) {
  const auto open = searches().find(handle);
  if (open == searches().end()) return failed(ERR_INVALID_HANDLE, false);
  Search& search = open->second;
  if (search.next >= search.names.size()) return failed(ERR_FILE_NOT_EXIST, false);
  name = String::fromUtf8(search.names[search.next++]);
  return true;
}

void FileFindClose(int64_t handle) { searches().erase(handle); }

}  // namespace mql
