#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {

void registerVerbs() {
  registerAccountVerbs();
  registerSymbolVerb();
  registerMarketVerbs();
  registerBarVerbs();
  registerFaultVerbs();
  registerHandVerbs();
  registerCalendarVerb();
  registerChartVerbs();
  registerStateVerb();
}

}  // namespace mql::terminal
