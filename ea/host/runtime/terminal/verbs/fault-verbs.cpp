// fault: what goes wrong with the next requests.
#include <set>

#include "generated/builtins.hpp"
#include "terminal/server/faults.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

using server::Executed;
using server::FaultKind;
using server::FaultRow;

const std::map<std::string, int>& namedCodes() {
  static const std::map<std::string, int> codes = {
      {"requote", TRADE_RETCODE_REQUOTE},
      {"reject", TRADE_RETCODE_REJECT},
      {"cancel", TRADE_RETCODE_CANCEL},
      {"error", TRADE_RETCODE_ERROR},
      {"price-off", TRADE_RETCODE_PRICE_OFF},
      {"market-closed", TRADE_RETCODE_MARKET_CLOSED},
      {"no-money", TRADE_RETCODE_NO_MONEY},
      {"invalid-fill", TRADE_RETCODE_INVALID_FILL},
      {"invalid-stops", TRADE_RETCODE_INVALID_STOPS},
      {"trade-disabled", TRADE_RETCODE_TRADE_DISABLED},
      {"too-many", TRADE_RETCODE_TOO_MANY_REQUESTS},
      {"server-disables", TRADE_RETCODE_SERVER_DISABLES_AT},
      {"client-disables", TRADE_RETCODE_CLIENT_DISABLES_AT},
      {"price-changed", TRADE_RETCODE_PRICE_CHANGED},
      {"connection", TRADE_RETCODE_CONNECTION},
      {"locked", TRADE_RETCODE_LOCKED},
  };
  return codes;
}

void timeoutOf(control::Words& words, FaultRow& fault) {
  const Value how{"timeout", words.text("lost, executed or late")};
  fault.kind = FaultKind::timeout;
  fault.executed = static_cast<Executed>(how.choice({{"lost", 0}, {"executed", 1}, {"late", 2}}));
  if (fault.executed == Executed::later) fault.ms = words.integer("MS");
}

void tellingOf(control::Words& words, FaultRow& fault) {
  fault.kind = FaultKind::tell;
  const std::string when = words.text("MS or never");
  fault.ms = when == "never" ? -1 : control::Words(when).integer("MS");
}

// The kind and its own words.
FaultRow faultOf(const std::string& kind, control::Words& words) {
  FaultRow fault{};
  fault.symbol = -1;
  fault.share = 1;
  const auto code = namedCodes().find(kind);
  if (code != namedCodes().end() || kind == "retcode") {
    fault.kind = FaultKind::retcode;
    fault.number = kind == "retcode" ? static_cast<int32_t>(words.integer("CODE")) : code->second;
  } else if (kind == "timeout") {
    timeoutOf(words, fault);
  } else if (kind == "tell") {
    tellingOf(words, fault);
  } else if (kind == "partial") {
    fault.kind = FaultKind::partial;
    fault.volume = server::lotsOf(words.number("LOTS"));
  } else if (kind == "share") {
    fault.kind = FaultKind::partial;
    fault.share = words.number("SHARE");
  } else if (kind == "slip") {
    fault.kind = FaultKind::slip;
    fault.number = static_cast<int32_t>(words.integer("POINTS"));
  } else if (kind == "latency") {
    fault.kind = FaultKind::latency;
    fault.ms = words.integer("MS");
  } else if (kind == "dropstops") {
    fault.kind = FaultKind::dropStops;
  } else {
    control::refuse("there is no fault " + kind);
  }
  return fault;
}

Setters filtersOf(FaultRow& fault) {
  return {
      {"nth", [&](const Value& value) { fault.skip = static_cast<int32_t>(value.integer() - 1); }},
      {"times",
       [&](const Value& value) {
         fault.times = value.text == "every" ? -1 : static_cast<int32_t>(value.integer());
       }},
      {"symbol", [&](const Value& value) { fault.symbol = symbolNamed(value.text); }},
      {"side", [&](const Value& value) { fault.side = value.choice({{"open", 1}, {"close", 2}}); }},
      // Of a requote: how far away the offered prices are.
      {"points", [&](const Value& value) { fault.ms = value.integer(); }},
      {"action",
       [&](const Value& value) {
         fault.action = value.choice({{"deal", TRADE_ACTION_DEAL},
                                      {"pending", TRADE_ACTION_PENDING},
                                      {"sltp", TRADE_ACTION_SLTP},
                                      {"modify", TRADE_ACTION_MODIFY},
                                      {"remove", TRADE_ACTION_REMOVE},
                                      {"close-by", TRADE_ACTION_CLOSE_BY}});
       }},
  };
}

void fault(control::Words& words) {
  const std::string kind = words.text("KIND");
  if (kind == "clear") return server::clearFaults();
  FaultRow row = faultOf(kind, words);
  row.times = 1;
  applySettings(words, filtersOf(row));
  server::addFault(row);
}

}  // namespace

void registerFaultVerbs() { control::verb("fault", fault, control::When::anytime); }

}  // namespace mql::terminal
