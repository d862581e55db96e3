#pragma once

namespace mql::output {
// The chart's comment goes with the program that wrote it.
void forgetCommentAtEnd();
}
