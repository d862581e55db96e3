// Read by the compiler once for all files of the runtime. A file still names what it uses itself.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/core.hpp"
