// How much the disk still takes. Both modes: a test that needs a full disk must not need a real one.
#pragma once
#include <cstddef>
#include <cstdint>

namespace mql::disk {

// True when the program is told at once that bytes do not fit; false when only the flush finds out (`disk
// full late`).
bool refusesEarly(size_t bytes);
// How many of the bytes still fit, and takes their room.
size_t take(size_t bytes);
// Bytes that are free, for TERMINAL_DISK_SPACE; a large number when nothing was declared.
int64_t freeBytes();

void registerDiskVerb();

}  // namespace mql::disk
