// What a translated program includes: all of the language and all built-ins, those for any type among them.
#pragma once

#include "language/generic.hpp"
#include "language/inputs.hpp"
#include "language/type-names.hpp"
#include "platform/builtins/file-arrays.hpp"
