// Minutes of the past: `bar` on a line, `bars` from a file.
#include <fstream>

#include "terminal/market/bars.hpp"
#include "terminal/verbs/settings.hpp"
#include "terminal/verbs/verbs.hpp"

namespace mql::terminal {
namespace {

// TIME_S OPEN HIGH LOW CLOSE TICKS SPREAD
MqlRates minuteOf(control::Words& words) {
  MqlRates bar = {};
  bar.time = words.integer("TIME_S");
  bar.open = words.number("OPEN");
  bar.high = words.number("HIGH");
  bar.low = words.number("LOW");
  bar.close = words.number("CLOSE");
  bar.tick_volume = words.integer("TICKS");
  bar.spread = static_cast<int32_t>(words.integer("SPREAD"));
  if (int64_t{bar.time} % 60 != 0) control::refuse("a minute begins at a whole minute");
  return bar;
}

void oneBar(control::Words& words) {
  const int symbol = symbolNamed(words.text("SYMBOL"));
  bars::load(symbol, minuteOf(words));
}

// Lines of seven values, parted by blanks or commas.
void barFile(control::Words& words) {
  const int symbol = symbolNamed(words.text("SYMBOL"));
  const std::string name = words.rest();
  std::ifstream file(name);
  if (!file) control::refuse("cannot read " + name);
  for (std::string line; std::getline(file, line);) {
    for (char& letter : line)
      if (letter == ',') letter = ' ';
    control::Words row(line);
    if (row.more()) bars::load(symbol, minuteOf(row));
  }
}

}  // namespace

void registerBarVerbs() {
  control::verb("bar", oneBar);
  control::verb("bars", barFile);
}

}  // namespace mql::terminal
