// The number that GetLastError() answers. Built-ins set it; it stays until ResetLastError().
#pragma once

namespace mql {

void setLastError(int code);
int lastError();
void clearLastError();

/** Sets the error and returns `result`: `return failed(4014, INVALID_HANDLE);` */
template <class Result>
Result failed(int code, Result result) {
  setLastError(code);
  return result;
}

}  // namespace mql
