// Raw memory from and to binary files, for FileReadArray and FileWriteArray.
#pragma once
#include <cstddef>
#include <cstdint>

namespace mql::filebinary {

// Bytes from the position to the end; 0 and an error when the file cannot be read as binary.
size_t unread(int32_t handle);
// All of them or nothing.
bool read(int32_t handle, void* into, size_t count);
bool write(int32_t handle, const void* from, size_t count);

}  // namespace mql::filebinary
