#include "event-verbs.hpp"

#include "arguments.hpp"
#include "control.hpp"
#include "events.hpp"
#include "life.hpp"
#include "platform.hpp"

namespace mql {

void registerEventVerbs() {
  control::verb("chartevent", [](control::Words& words) {
    const int id = static_cast<int>(words.integer("ID"));
    const int64_t longValue = words.integer("LONG");
    const double doubleValue = words.number("DOUBLE");
    events::chart(id, longValue, doubleValue, words.rest());
  }, control::When::anytime);
  control::verb("seed", [](control::Words& words) {
    seedRandom(static_cast<uint64_t>(words.integer("N")));
  });
  life::onWipe([] { seedRandom(arguments().seed); });
}

}  // namespace mql
