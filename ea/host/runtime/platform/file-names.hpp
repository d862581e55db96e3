// Names as MQL5 writes them: relative to the sandbox, either slash, nothing that leads out of it.
#pragma once
#include <optional>
#include <string>

#include "file-store.hpp"
#include "language/string.hpp"

namespace mql {

// Nothing and the error 5002 or 5003 when the name cannot be one. `flags` may hold FILE_COMMON.
std::optional<FilePlace> placeNamed(const String& name, int flags);

// The same for the control channel: `common:` in front chooses the common folder.
FilePlace placeOnChannel(const std::string& word);

// Windows' wildcards: `*` and `?`, case does not matter, `*.*` is everything.
bool matchesFilter(const std::string& name, const std::string& filter);

}  // namespace mql
