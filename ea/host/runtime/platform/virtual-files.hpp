#pragma once
#include <map>

#include "file-store.hpp"

namespace mql {

// Files in memory: what a disk would hold. Bytes that a handle has not flushed yet are not here.
class VirtualFiles : public FileStore {
public:
  VirtualFiles();
  std::optional<FileInfo> info(const FilePlace& place) override;
  std::unique_ptr<StoredFile> open(const FilePlace& place, Opening how, const FileUse& use) override;
  bool rename(const FilePlace& from, const FilePlace& to) override;
  bool remove(const FilePlace& place) override;
  bool createFolder(const FilePlace& place) override;
  bool removeFolder(const FilePlace& place) override;
  std::vector<std::string> list(const FilePlace& folder) override;
  std::string root(Area area) const override;

  struct Node {
    std::string bytes;
    FileInfo info;
  };

private:
  bool makeFoldersTo(const FilePlace& place);
  std::map<FilePlace, std::shared_ptr<Node>> nodes_;
};

}  // namespace mql
