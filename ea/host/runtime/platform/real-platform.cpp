#include "real-platform.hpp"

#include <time.h>

#include "channel.hpp"
#include "posix-files.hpp"
#include "posix-network.hpp"

namespace mql {
namespace {

int64_t microseconds(clockid_t which) {
  timespec now;
  clock_gettime(which, &now);
  return now.tv_sec * int64_t{1'000'000} + now.tv_nsec / 1000;
}

class RealPlatform : public Platform {
public:
  RealPlatform(const std::string& files, const std::string& common) : files_(files, common) {}
  bool isVirtual() const override { return false; }
  int64_t trueUtcMs() const override { return microseconds(CLOCK_REALTIME) / 1000; }
  int64_t steadyUs() const override { return microseconds(CLOCK_MONOTONIC); }
  void pass(int64_t ms) override { channel::waitForInput(ms); }
  FileStore& files() override { return files_; }
  Network& network() override { return network_; }

private:
  PosixFiles files_;
  PosixNetwork network_;
};

}  // namespace

std::unique_ptr<Platform> makeRealPlatform(const std::string& files, const std::string& common) {
  return std::make_unique<RealPlatform>(files, common);
}

}  // namespace mql
