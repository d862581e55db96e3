// The script of what goes wrong at the trade server: rows that wait for requests which fit them.
#pragma once
#include <cstdint>
#include <string_view>

#include "terminal/server/rows.hpp"

namespace mql {
struct MqlTradeRequest;
}

namespace mql::server {

enum class FaultKind : int32_t {
  retcode,   // the server answers `number`
  timeout,   // 10012; executed at once, never, or `ms` after the answer
  partial,   // only `volume` is in the market, or `share` of what was asked for
  slip,      // the fill is `number` points worse, or better when negative
  latency,   // the answer takes `ms` longer
  tell,      // the terminal hears of the transactions `ms` later, or never
  dropStops  // the order is executed without its stop and target
};
enum class Executed : int32_t { never, atOnce, later };

struct FaultRow {
  FaultKind kind;
  int32_t action;  // of MqlTradeRequest; 0 is any
  int32_t symbol;  // -1 is any
  int32_t side;    // 0 any, 1 opens a position, 2 closes one
  int32_t skip;    // so many requests pass first
  int32_t times;   // then so many are hit; -1 is every one
  int32_t number;
  Executed executed;
  int64_t ms;  // -1 is never
  Lots volume;
  double share;
};

// All that the script has for one request.
struct Mishap {
  uint32_t retcode = 0;
  int32_t worsePoints = 0;
  bool isTimeout = false;
  Executed executed = Executed::atOnce;
  int64_t lateMs = 0;
  Lots market = 0;  // 0 is enough
  double share = 1;
  int32_t slip = 0;
  int64_t latencyMs = 0;
  int64_t tellMs = 0;  // -1 is never
  bool dropStops = false;
};

void addFault(const FaultRow& fault);
void clearFaults();
// What the script does to this request; it counts as one from here on.
Mishap nextMishap(const MqlTradeRequest& request);

}  // namespace mql::server
