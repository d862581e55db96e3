#include "virtual-files.hpp"

#include <algorithm>

#include "clock.hpp"
#include "life.hpp"

namespace mql {
namespace {

int64_t nowS() { return clock::computerUtcMs() / 1000; }

class VirtualFile : public StoredFile {
public:
  explicit VirtualFile(std::shared_ptr<VirtualFiles::Node> node) : node_(std::move(node)) {}
  uint64_t size() override { return node_->bytes.size(); }
  std::string read(uint64_t offset, size_t count) override {
    node_->info.accessedS = nowS();
    return offset >= node_->bytes.size() ? "" : node_->bytes.substr(offset, count);
  }
  size_t write(uint64_t offset, std::string_view bytes) override {
    if (node_->bytes.size() < offset + bytes.size()) node_->bytes.resize(offset + bytes.size());
    std::copy(bytes.begin(), bytes.end(), node_->bytes.begin() + static_cast<int64_t>(offset));
    node_->info.modifiedS = nowS();
    return bytes.size();
  }
  FileInfo info() override {
    FileInfo info = node_->info;
    info.size = node_->bytes.size();
    return info;
  }

private:
  std::shared_ptr<VirtualFiles::Node> node_;
};

}  // namespace

VirtualFiles::VirtualFiles() {
  life::onWipe([this] { nodes_.clear(); });
}

std::optional<FileInfo> VirtualFiles::info(const FilePlace& place) {
  const auto found = nodes_.find(place);
  if (found == nodes_.end()) return std::nullopt;
  FileInfo info = found->second->info;
  info.size = found->second->bytes.size();
  return info;
}

bool VirtualFiles::makeFoldersTo(const FilePlace& place) {
  const size_t slash = place.path.rfind('/');
  return slash == std::string::npos || createFolder({place.area, place.path.substr(0, slash)});
}

std::unique_ptr<StoredFile> VirtualFiles::open(const FilePlace& place, Opening how, const FileUse&) {
  auto found = nodes_.find(place);
  if (found != nodes_.end() && found->second->info.folder) return nullptr;
  if (found == nodes_.end()) {
    if (how == Opening::existing || !makeFoldersTo(place)) return nullptr;
    auto node = std::make_shared<Node>();
    node->info.createdS = node->info.modifiedS = node->info.accessedS = nowS();
    found = nodes_.emplace(place, std::move(node)).first;
  }
  if (how == Opening::empty) found->second->bytes.clear();
  return std::make_unique<VirtualFile>(found->second);
}

bool VirtualFiles::rename(const FilePlace& from, const FilePlace& to) {
  const auto found = nodes_.find(from);
  if (found == nodes_.end() || found->second->info.folder || !makeFoldersTo(to)) return false;
  const auto node = found->second;
  nodes_.erase(found);
  nodes_[to] = node;
  return true;
}

bool VirtualFiles::remove(const FilePlace& place) {
  const auto found = nodes_.find(place);
  if (found == nodes_.end() || found->second->info.folder) return false;
  nodes_.erase(found);
  return true;
}

bool VirtualFiles::createFolder(const FilePlace& place) {
  const auto found = nodes_.find(place);
  if (found != nodes_.end()) return found->second->info.folder;
  if (!makeFoldersTo(place)) return false;
  auto node = std::make_shared<Node>();
  node->info.folder = true;
  node->info.createdS = node->info.modifiedS = node->info.accessedS = nowS();
  nodes_.emplace(place, std::move(node));
  return true;
}

bool VirtualFiles::removeFolder(const FilePlace& place) {
  const auto found = nodes_.find(place);
  if (found == nodes_.end() || !found->second->info.folder || !list(place).empty()) return false;
  nodes_.erase(found);
  return true;
}

std::vector<std::string> VirtualFiles::list(const FilePlace& folder) {
  const std::string prefix = folder.path.empty() ? "" : folder.path + "/";
  std::vector<std::string> names;
  for (const auto& [place, node] : nodes_) {
    if (place.area != folder.area || place.path.rfind(prefix, 0) != 0) continue;
    const std::string name = place.path.substr(prefix.size());
    if (name.find('/') == std::string::npos) names.push_back(name);
  }
  return names;
}

std::string VirtualFiles::root(Area area) const {
  return area == Area::common ? "C:\\Terminal\\Common\\Files" : "C:\\Terminal\\MQL5\\Files";
}

}  // namespace mql
