// How the server's state lies in memory or in the mapped file.
#pragma once
#include <atomic>

#include "terminal/server/ledger.hpp"

namespace mql::server {

struct TickRing {
  std::atomic<int64_t> count;
  TickRow rows[KEPT_TICKS];
};

struct Image {
  uint64_t mark;
  std::atomic<uint32_t> current;
  Ledger slots[2];
  DealRow deals[MAX_DEALS];
  OrderRow history[MAX_HISTORY];
  TickRing ticks[MAX_SYMBOLS];
};

// The size of the image is part of the mark: a file of another build is refused, not misread.
constexpr uint64_t IMAGE_MARK = 0x4249'5454'454E'0000ULL ^ sizeof(Image);

Image& image();
// True when the image lies in a file.
bool isMapped();

}  // namespace mql::server
