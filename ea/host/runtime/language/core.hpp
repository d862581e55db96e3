// What of the language needs no built-in, and the system's headers that must come before builtins.hpp: their
// macros bear names that MQL5 gives to constants.
#pragma once

#include <cfloat>
#include <climits>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "language/array.hpp"
#include "language/calendar-date.hpp"
#include "language/conversions.hpp"
#include "language/critical.hpp"
#include "language/enums.hpp"
#include "language/error.hpp"
#include "language/format.hpp"
#include "language/globals.hpp"
#include "language/operators.hpp"
#include "language/order.hpp"
#include "language/pointer.hpp"
#include "language/printing.hpp"
#include "language/program.hpp"
#include "language/records.hpp"
#include "language/string.hpp"
#include "language/types.hpp"
