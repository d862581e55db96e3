// The program's chart: nothing is drawn, but what was set can be read again, by the program and by a test.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace mql::terminal::chart {

// The number of the one chart there is.
constexpr int64_t ID = 130'000'000'000'000'001;

using Property = std::pair<int, int>;  // its number and its modifier (a level, an anchor point, a state)

struct Item {
  int type = 0, window = 0;
  int64_t order = 0;  // items made earlier have smaller numbers
  std::map<Property, int64_t> integers;
  std::map<Property, double> doubles;
  std::map<Property, std::string> texts;
};

struct Chart {
  std::map<std::string, Item> items;
  std::map<int, int64_t> integers;
  int64_t made = 0;
  int fontSize = 10;  // of TextSetFont, in pixels
};

Chart& chart();
void clear();
// 0 is the program's own chart. Another number is refused with the error set.
bool isOurs(int64_t chartId);

}  // namespace mql::terminal::chart
