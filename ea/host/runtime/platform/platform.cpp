#include "platform.hpp"

#include "file-store.hpp"
#include "network.hpp"

namespace mql {
namespace {

std::unique_ptr<Platform>& current() {
  static auto& only = *new std::unique_ptr<Platform>;
  return only;
}

uint64_t randomState = 1;
uint64_t firstState = 1;

constexpr uint64_t kHourUs = 3'600'000'000;

uint64_t mixed(uint64_t bits) {
  bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9u;
  bits = (bits ^ bits >> 27) * 0x94d049bb133111ebu;
  return bits ^ bits >> 31;
}

}  // namespace

Platform& platform() { return *current(); }
void usePlatform(std::unique_ptr<Platform> platform) { current() = std::move(platform); }

void seedRandom(uint64_t seed) { randomState = firstState = seed; }

uint64_t randomBits() {
  randomState += 0x9e3779b97f4a7c15u;
  return mixed(randomState);
}

int64_t seededUptimeUs() { return static_cast<int64_t>(mixed(firstState) % kHourUs); }

}  // namespace mql
