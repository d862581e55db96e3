// The machine we run on.
#pragma once
#include <memory>
#include <string>

#include "platform.hpp"

namespace mql {

// `files` is the terminal's MQL5/Files, `common` the folder that all terminals share.
std::unique_ptr<Platform> makeRealPlatform(const std::string& files, const std::string& common);

}  // namespace mql
