// The verbs of market and broker. What each one takes is said in README.md of this folder's parent.
#pragma once

namespace mql::terminal {

void registerVerbs();

void registerAccountVerbs();
void registerSymbolVerb();
void registerMarketVerbs();
void registerBarVerbs();
void registerFaultVerbs();
void registerHandVerbs();
void registerCalendarVerb();
void registerChartVerbs();
void registerStateVerb();

}  // namespace mql::terminal
