#pragma once
#include "control.hpp"
#include "life.hpp"

namespace mql::control {

// sockets=close|silent files=lost|kept|torn[:BYTES] globals=lost|kept, each of them optional.
life::End crashOptions(Words& words);

}  // namespace mql::control
