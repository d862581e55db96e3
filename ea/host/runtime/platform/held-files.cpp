#include "held-files.hpp"

#include <map>

#include "control.hpp"
#include "file-names.hpp"
#include "json-line.hpp"
#include "life.hpp"
#include "platform.hpp"

namespace mql::heldfiles {
namespace {

using control::Words;

const FileUse kShared{true, true, true, true};

std::map<FilePlace, FileUse>& held() {
  static std::map<FilePlace, FileUse> all;
  return all;
}

std::string nameOf(const FilePlace& place) {
  return (place.area == Area::common ? "common:" : "") + place.path;
}

void get(const FilePlace& place) {
  const auto file = platform().files().open(place, FileStore::Opening::existing, kShared);
  JsonLine line;
  line.text("file", nameOf(place));
  if (file) {
    const std::string bytes = file->read(0, file->size());
    line.hex("bytes", reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  } else {
    line.nothing("bytes");
  }
  line.send();
}

void put(const FilePlace& place, const std::string& bytes, FileStore::Opening how) {
  const auto file = platform().files().open(place, how, kShared);
  const uint64_t at = !file || how == FileStore::Opening::empty ? 0 : file->size();
  if (!file || file->write(at, bytes) != bytes.size()) control::refuse(nameOf(place) + " cannot be written");
}

void list(Area area, const std::string& folder, std::string& into) {
  for (const std::string& name : platform().files().list({area, folder})) {
    const FilePlace place{area, folder.empty() ? name : folder + "/" + name};
    const auto info = platform().files().info(place);
    if (!info) continue;
    if (info->folder) {
      list(area, place.path, into);
      continue;
    }
    JsonLine line;
    line.text("name", nameOf(place)).integer("size", static_cast<int64_t>(info->size));
    into += (into.empty() ? "" : ",") + line.object();
  }
}

void tellAll() {
  std::string all;
  list(Area::local, "", all);
  list(Area::common, "", all);
  JsonLine().raw("files", "[" + all + "]").send();
}

// How Windows programs open a file: `hold NAME` shares nothing, `hold NAME read` lets others read.
void hold(const FilePlace& place, Words& words) {
  const std::string shares = words.textOr("SHARES", "nothing");
  if (shares != "nothing" && shares != "read" && shares != "all")
    control::refuse("SHARES is nothing, read or all, not " + shares);
  held()[place] = FileUse{true, true, shares != "nothing", shares == "all"};
}

void file(Words& words) {
  const std::string what = words.text("get, put, append, remove, list, hold or release");
  if (what == "list") return tellAll();
  const FilePlace place = placeOnChannel(words.text("NAME"));
  if (what == "get") return get(place);
  if (what == "put") return put(place, words.bytes("HEX"), FileStore::Opening::empty);
  if (what == "append") return put(place, words.bytes("HEX"), FileStore::Opening::orCreate);
  if (what == "hold") return hold(place, words);
  if (what == "release") {
    held().erase(place);
  } else if (what != "remove") {
    control::refuse("file get|put|append|remove|list|hold|release, not " + what);
  } else if (!platform().files().remove(place)) {
    control::refuse(nameOf(place) + " cannot be removed");
  }
}

}  // namespace

const FileUse* find(const FilePlace& place) {
  const auto found = held().find(place);
  return found == held().end() ? nullptr : &found->second;
}

void registerVerbs() {
  control::verb("file", file, control::When::anytime);
  life::onWipe([] { held().clear(); });
}

}  // namespace mql::heldfiles
