#pragma once
#include "file-store.hpp"

namespace mql {

// Two folders of this machine. A write has reached the kernel when it returns: kill -9 does not take it back.
// Renames are atomic.
class PosixFiles : public FileStore {
public:
  PosixFiles(std::string local, std::string common) : local_(std::move(local)), common_(std::move(common)) {}
  std::optional<FileInfo> info(const FilePlace& place) override;
  std::unique_ptr<StoredFile> open(const FilePlace& place, Opening how, const FileUse& use) override;
  bool rename(const FilePlace& from, const FilePlace& to) override;
  bool remove(const FilePlace& place) override;
  bool createFolder(const FilePlace& place) override;
  bool removeFolder(const FilePlace& place) override;
  std::vector<std::string> list(const FilePlace& folder) override;
  std::string root(Area area) const override { return area == Area::common ? common_ : local_; }

private:
  std::string full(const FilePlace& place) const { return root(place.area) + "/" + place.path; }
  bool makeFoldersTo(const FilePlace& place);
  std::string local_, common_;
};

}  // namespace mql
