#include "file-names.hpp"

#include <cctype>
#include <vector>

#include "control.hpp"
#include "generated/builtins.hpp"
#include "language/error.hpp"

namespace mql {
namespace {

constexpr size_t kLongestPath = 259;

bool allowedIn(const std::string& part) {
  if (part.empty() || part == ".." || part.find_first_of("<>:\"|?*") != std::string::npos) return false;
  for (char c : part) {
    if (static_cast<unsigned char>(c) < 0x20) return false;
  }
  return true;
}

std::vector<std::string> partsOf(const std::string& path) {
  std::vector<std::string> parts(1);
  for (char c : path) {
    if (c == '/' || c == '\\') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::optional<std::string> normalised(const std::string& path) {
  std::string result;
  for (const std::string& part : partsOf(path)) {
    if (part == ".") continue;
    if (!allowedIn(part)) return std::nullopt;
    result += (result.empty() ? "" : "/") + part;
  }
  return result;
}

char folded(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool matchesFrom(const char* name, const char* filter) {
  if (*filter == 0) return *name == 0;
  if (*filter == '*') return matchesFrom(name, filter + 1) || (*name != 0 && matchesFrom(name + 1, filter));
  if (*name == 0) return false;
  return (*filter == '?' || folded(*filter) == folded(*name)) && matchesFrom(name + 1, filter + 1);
}

}  // namespace

std::optional<FilePlace> placeNamed(const String& name, int flags) {
  const std::string path = name.toUtf8();
  if (path.size() > kLongestPath) return failed(ERR_TOO_LONG_FILENAME, std::nullopt);
  const auto inside = normalised(path);
  if (!inside || inside->empty()) return failed(ERR_WRONG_FILENAME, std::nullopt);
  return FilePlace{flags & FILE_COMMON ? Area::common : Area::local, *inside};
}

FilePlace placeOnChannel(const std::string& word) {
  const bool common = word.rfind("common:", 0) == 0;
  const auto inside = normalised(common ? word.substr(7) : word);
  if (!inside || inside->empty()) control::refuse("no file can be called " + word);
  return {common ? Area::common : Area::local, *inside};
}

bool matchesFilter(const std::string& name, const std::string& filter) {
  return filter == "*.*" || matchesFrom(name.c_str(), filter.c_str());
}

}  // namespace mql
