// The border to the machine. REAL: wall clock, POSIX files and sockets. VIRTUAL: a clock that only the driver
// moves, files and sockets in memory. Everything above it (buffers, share modes, time zones, timers, the
// event queue) is the same code in both modes.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

namespace mql {

class FileStore;
class Network;

class Platform {
public:
  virtual ~Platform() = default;
  virtual bool isVirtual() const = 0;
  // Coordinated universal time in milliseconds, without the jumps of the trader's computer clock.
  virtual int64_t trueUtcMs() const = 0;
  // Never goes back, starts anywhere.
  virtual int64_t steadyUs() const = 0;
  // Lets at most `ms` pass: VIRTUAL moves the clock at once; REAL sleeps, or returns earlier when a line came
  // in or a socket changed.
  virtual void pass(int64_t ms) = 0;
  virtual FileStore& files() = 0;
  virtual Network& network() = 0;

  int64_t steadyMs() const { return steadyUs() / 1000; }
};

// Set once by main() before anything else runs.
Platform& platform();
void usePlatform(std::unique_ptr<Platform> platform);

// A number of the generator that the seed starts: splitmix64, the same on every machine.
uint64_t randomBits();
void seedRandom(uint64_t seed);
// How long a VIRTUAL computer has been running when its time begins: less than an hour, by the seed.
int64_t seededUptimeUs();

}  // namespace mql
