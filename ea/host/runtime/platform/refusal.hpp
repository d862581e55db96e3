#pragma once
#include <string>

namespace mql::control {

// Thrown by refuse(), caught by run(): a verb that cannot be done.
struct Refusal {
  std::string why;
};

}  // namespace mql::control
