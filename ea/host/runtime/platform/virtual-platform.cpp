#include "virtual-platform.hpp"

#include "life.hpp"
#include "virtual-files.hpp"
#include "virtual-network.hpp"

namespace mql {
namespace {

// Monday, 2026-01-05, midnight UTC: markets are open.
constexpr int64_t kStartUtcMs = 1'767'571'200'000;
class VirtualPlatform : public Platform {
public:
  VirtualPlatform() {
    life::onWipe([this] { passedMs_ = 0; });
  }
  bool isVirtual() const override { return true; }
  int64_t trueUtcMs() const override { return kStartUtcMs + passedMs_; }
  int64_t steadyUs() const override { return seededUptimeUs() + passedMs_ * 1000; }
  void pass(int64_t ms) override { passedMs_ += ms; }
  FileStore& files() override { return files_; }
  Network& network() override { return network_; }

private:
  int64_t passedMs_ = 0;
  VirtualFiles files_;
  VirtualNetwork network_;
};

}  // namespace

std::unique_ptr<Platform> makeVirtualPlatform() { return std::make_unique<VirtualPlatform>(); }

}  // namespace mql
