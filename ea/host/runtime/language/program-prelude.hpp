// What a translated program includes: all of the language and all built-ins, those for any type among them.
#pragma once

#include "language/generic.hpp"
#include "language/inputs.hpp"
#include "language/type-names.hpp"

#if __has_include("platform/generic.hpp")
#include "platform/generic.hpp"
#endif
