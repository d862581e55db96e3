// The driver's hand on the files: reads, writes, and holds them open as another program on the trader's
// computer does.
#pragma once
#include "file-store.hpp"

namespace mql::heldfiles {

// How another program holds a file; nullptr when none does.
const FileUse* find(const FilePlace& place);

// file get|put|append|remove|list|hold|release …
void registerVerbs();

}  // namespace mql::heldfiles
