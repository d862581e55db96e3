#include "terminal/calendar/calendar.hpp"

#include <algorithm>

namespace mql::terminal::calendar {
namespace {

template <class Row>
void replace(std::vector<Row>& rows, const Row& row) {
  const auto former =
      std::find_if(rows.begin(), rows.end(), [&](const Row& other) { return other.id == row.id; });
  if (former == rows.end())
    rows.push_back(row);
  else
    *former = row;
}

}  // namespace

Calendar& calendar() {
  static Calendar only;
  return only;
}

void clear() { calendar() = Calendar{}; }

void put(const Country& country) { replace(calendar().countries, country); }
void put(const Event& event) { replace(calendar().events, event); }

void put(Value value) {
  value.change = ++calendar().change;
  replace(calendar().values, value);
  std::stable_sort(calendar().values.begin(), calendar().values.end(),
                   [](const Value& a, const Value& b) { return a.timeS < b.timeS; });
}

}  // namespace mql::terminal::calendar
