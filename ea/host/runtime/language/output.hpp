// Where Print, Comment and Alert go. The language makes the text, the platform implements these three.
#pragma once

#include "language/string.hpp"

namespace mql::output {

void print(const String& line);
void comment(const String& text);
void alert(const String& text);

}  // namespace mql::output
