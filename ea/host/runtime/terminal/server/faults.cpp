#include "terminal/server/faults.hpp"

#include "generated/builtins.hpp"
#include "language/critical.hpp"
#include "terminal/server/ledger.hpp"

namespace mql::server {
namespace {

constexpr int OPENS = 1;
constexpr int CLOSES = 2;

int sideOf(const MqlTradeRequest& request) {
  if (request.action == TRADE_ACTION_CLOSE_BY) return CLOSES;
  return request.action == TRADE_ACTION_DEAL && request.position == 0 ? OPENS : CLOSES;
}

bool fits(const FaultRow& fault, const MqlTradeRequest& request) {
  if (fault.action != 0 && fault.action != request.action) return false;
  if (fault.symbol >= 0 && fault.symbol != symbolIndex(request.symbol.toUtf8())) return false;
  return fault.side == 0 || fault.side == sideOf(request);
}

void add(Mishap& mishap, const FaultRow& fault) {
  switch (fault.kind) {
    case FaultKind::retcode:
      mishap.retcode = static_cast<uint32_t>(fault.number);
      mishap.worsePoints = static_cast<int>(fault.ms);
      break;
    case FaultKind::timeout:
      mishap.isTimeout = true;
      mishap.executed = fault.executed;
      mishap.lateMs = fault.ms;
      break;
    case FaultKind::partial:
      mishap.market = fault.volume;
      mishap.share = fault.share;
      break;
    case FaultKind::slip: mishap.slip = fault.number; break;
    case FaultKind::latency: mishap.latencyMs += fault.ms; break;
    case FaultKind::tell: mishap.tellMs = fault.ms; break;
    case FaultKind::dropStops: mishap.dropStops = true; break;
  }
}

}  // namespace

void addFault(const FaultRow& fault) {
  Ledger& all = ledger();
  if (all.faultCount == MAX_FAULTS) critical("the trade server's script of faults is full");
  all.faults[all.faultCount++] = fault;
  commit();
}

void clearFaults() {
  ledger().faultCount = 0;
  commit();
}

Mishap nextMishap(const MqlTradeRequest& request) {
  Ledger& all = ledger();
  Mishap mishap;
  int kept = 0;
  for (int i = 0; i < all.faultCount; i++) {
    FaultRow fault = all.faults[i];
    bool isUsedUp = false;
    if (fits(fault, request)) {
      if (fault.skip > 0) {
        fault.skip--;
      } else {
        add(mishap, fault);
        isUsedUp = fault.times > 0 && --fault.times == 0;
      }
    }
    if (!isUsedUp) all.faults[kept++] = fault;
  }
  all.faultCount = kept;
  commit();
  return mishap;
}

}  // namespace mql::server
