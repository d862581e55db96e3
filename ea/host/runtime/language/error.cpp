#include "language/error.hpp"

namespace mql {

namespace {
int last = 0;
}

void setLastError(int code) { last = code; }
int lastError() { return last; }
void clearLastError() { last = 0; }

}  // namespace mql
