// A machine in memory: time stands still until somebody lets it pass.
#pragma once
#include <memory>

#include "platform.hpp"

namespace mql {

std::unique_ptr<Platform> makeVirtualPlatform();

}  // namespace mql
