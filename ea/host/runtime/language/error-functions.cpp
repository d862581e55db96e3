// The error that programs ask for.
#include "generated/builtins.hpp"

namespace mql {

int32_t GetLastError() { return lastError(); }
void ResetLastError() { clearLastError(); }
void SetUserError(uint16_t user_error) { setLastError(ERR_USER_ERROR_FIRST + user_error); }

}  // namespace mql
