#include "event-verbs.hpp"

#include "control.hpp"
#include "events.hpp"

namespace mql {

void registerEventVerbs() {
  control::verb("chartevent", [](control::Words& words) {
    const int id = static_cast<int>(words.integer("ID"));
    const int64_t longValue = words.integer("LONG");
    const double doubleValue = words.number("DOUBLE");
    events::chart(id, longValue, doubleValue, words.rest());
  }, control::When::anytime);
}

}  // namespace mql
