#pragma once
#include "language/string.hpp"

namespace mql::terminal {

// The index of a symbol by its name, NULL and "" being the chart's. -1, with the error set, when there is
// none.
int knownSymbol(const String& name);

}  // namespace mql::terminal
