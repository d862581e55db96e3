#include "terminal/server/stop-out.hpp"

#include "terminal/server/checks.hpp"
#include "terminal/server/fills.hpp"
#include "terminal/server/money.hpp"

namespace mql::server {
namespace {

bool isBelow(const Totals& sum) {
  const AccountRow& account = ledger().account;
  if (sum.margin == 0) return false;
  return account.stopOutMode == ACCOUNT_STOPOUT_MODE_PERCENT ? sum.level < account.stopOut
                                                             : inMoney(sum.equity) < account.stopOut;
}

// The position with the largest loss whose market is open.
PositionRow* worst() {
  Ledger& all = ledger();
  PositionRow* found = nullptr;
  for (int i = 0; i < all.positionCount; i++) {
    PositionRow& position = all.positions[i];
    if (!isMarketOpen(position.symbol)) continue;
    if (found == nullptr || floating(position) < floating(*found)) found = &position;
  }
  return found;
}

}  // namespace

void stopOut() {
  for (Totals sum = totals(); isBelow(sum); sum = totals()) {
    PositionRow* position = worst();
    if (position == nullptr) return;
    char comment[64];
    std::snprintf(comment, sizeof comment, "[so %.2f%%/%.2f/%.2f]", sum.level, inMoney(sum.equity),
                  inMoney(sum.margin));
    closeByServer(*position, Origin::stopOut, closingPrice(*position), comment);
  }
}

}  // namespace mql::server
