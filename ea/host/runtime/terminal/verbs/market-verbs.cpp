// tick, market, session, ticks.
#include "generated/builtins.hpp"
#include "platform/events.hpp"
#include "platform/platform.hpp"
#include "terminal/client/send.hpp"
#include "terminal/market/ticks.hpp"
#include "terminal/server/job.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

using server::TickRow;

uint32_t flagsAfter(const TickRow& before, const TickRow& tick) {
  uint32_t flags = 0;
  if (tick.bid != before.bid) flags |= TICK_FLAG_BID;
  if (tick.ask != before.ask) flags |= TICK_FLAG_ASK;
  return flags == 0 ? TICK_FLAG_BID | TICK_FLAG_ASK : flags;
}

// SYMBOL BID ASK [TIME_MSC|now]: the time is the server's and may stand still, but never goes back.
void oneTick(control::Words& words) {
  const int symbol = symbolNamed(words.text("SYMBOL"));
  const server::SymbolRow& spec = server::ledger().symbols[symbol];
  const TickRow& before = server::quote(symbol);
  TickRow tick{};
  tick.bid = spec.rounded(words.number("BID"));
  tick.ask = spec.rounded(words.number("ASK"));
  const std::string time = words.textOr("TIME_MSC", "now");
  tick.timeMs =
      time == "now" ? std::max(server::now(), before.timeMs) : control::Words(time).integer("TIME_MSC");
  if (tick.bid <= 0 || tick.ask < tick.bid) control::refuse("a tick needs 0 < BID <= ASK");
  if (tick.timeMs < before.timeMs) control::refuse("ticks of a symbol never go back in time");
  tick.flags = flagsAfter(before, tick);
  marketTick(symbol, tick);
}

// later=MS: they come then, while the program's handler waits too.
void ticks(control::Words& words) {
  const std::string later = words.option("later", "");
  if (later != "") {
    const std::string rest = words.rest();
    const int64_t atMs = platform().steadyMs() + control::Words(later).integer("MS");
    return events::at(atMs, [rest] {
      control::Words due(rest);
      ticks(due);
    });
  }
  do oneTick(words);
  while (words.more());
}

// market open|closed|sessions [SYMBOL]
void market(control::Words& words) {
  const Value how{"market", words.text("open, closed or sessions")};
  const auto state = static_cast<server::Market>(how.choice({{"sessions", 0}, {"open", 1}, {"closed", 2}}));
  const int only = words.more() ? symbolNamed(words.text("SYMBOL")) : -1;
  server::Ledger& all = server::ledger();
  for (int i = 0; i < all.symbolCount; i++)
    if (only < 0 || i == only) all.symbols[i].market = state;
  server::commit();
}

int32_t secondOf(const std::string& text) {
  int hour = 0, minute = 0;
  if (std::sscanf(text.c_str(), "%d:%d", &hour, &minute) != 2)
    control::refuse("a time of day is HH:MM, not " + text);
  return hour * 3600 + minute * 60;
}

// session SYMBOL clear | session SYMBOL DAY HH:MM-HH:MM: for trading and quotes alike.
void session(control::Words& words) {
  server::SymbolRow& row = server::ledger().symbols[symbolNamed(words.text("SYMBOL"))];
  if (words.peek() == "clear") {
    words.text("clear");
    row.sessionCount = 0;
    return server::commit();
  }
  const auto day = static_cast<int32_t>(words.integer("DAY"));
  const std::string span = words.text("HH:MM-HH:MM");
  const size_t dash = span.find('-');
  if (day < 0 || day > 6 || dash == std::string::npos)
    control::refuse("session SYMBOL DAY(0..6) HH:MM-HH:MM");
  if (row.sessionCount + 2 > 28) control::refuse("a symbol has room for two sessions a day");
  const int32_t from = secondOf(span.substr(0, dash)), to = secondOf(span.substr(dash + 1));
  row.sessions[row.sessionCount++] = {day, from, to, 0};
  row.sessions[row.sessionCount++] = {day, from, to, 1};
  server::commit();
}

}  // namespace

void registerMarketVerbs() {
  control::verb("tick", ticks, control::When::anytime);
  control::verb("market", market, control::When::anytime);
  control::verb("session", session, control::When::anytime);
  control::verb("firstticks", [](control::Words& words) { setFirstTicksDelay(words.integer("MS")); });
}

}  // namespace mql::terminal
