// The program's table of open files.
#pragma once
#include <cstdint>
#include <memory>

#include "open-file.hpp"

namespace mql::openfiles {

// The file of a handle; nullptr and error 5007 when there is none.
OpenFile* find(int32_t handle);
// -1 when 64 files are open already (error 5001).
int32_t add(std::unique_ptr<OpenFile> file);
// Flushes and closes.
void close(int32_t handle);

// True when somebody (the program, or another program that the driver plays) has the file open in a way that
// forbids `use`.
bool forbids(const FilePlace& place, const FileUse& use);
// True when anybody has it open at all: it can be neither moved, replaced nor deleted.
bool isOpen(const FilePlace& place);

void registerFileVerbs();

}  // namespace mql::openfiles
