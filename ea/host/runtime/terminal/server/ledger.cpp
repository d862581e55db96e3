#include "terminal/server/ledger.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <memory>

#include "generated/builtins.hpp"
#include "language/critical.hpp"
#include "terminal/server/image.hpp"

namespace mql::server {
namespace {

Image* mapped = nullptr;
bool inFile = false;

Ledger& working() {
  static auto ledger = std::make_unique<Ledger>();
  return *ledger;
}

Image* map(int file, int flags) {
  void* room = mmap(nullptr, sizeof(Image), PROT_READ | PROT_WRITE, flags | MAP_NORESERVE, file, 0);
  if (room == MAP_FAILED) critical("the trade server has no memory for its state");
  return static_cast<Image*>(room);
}

template <class Row>
void copyRows(Row* to, const Row* from, int count) {
  std::memcpy(static_cast<void*>(to), from, sizeof(Row) * static_cast<size_t>(count));
}

void copyLedger(Ledger& to, const Ledger& from) {
  std::memcpy(static_cast<void*>(&to), &from, offsetof(Ledger, symbols));
  copyRows(to.symbols, from.symbols, from.symbolCount);
  copyRows(to.positions, from.positions, from.positionCount);
  copyRows(to.orders, from.orders, from.orderCount);
  copyRows(to.faults, from.faults, from.faultCount);
}

AccountRow usualAccount() {
  AccountRow account{};
  account.login = 10'000'001;
  account.name.set("Practice");
  account.server.set("Practice-Server");
  account.company.set("Practice Broker Ltd");
  account.currency.set("USD");
  account.currencyDigits = 2;
  account.leverage = 100;
  account.kind = ACCOUNT_TRADE_MODE_DEMO;
  account.marginMode = ACCOUNT_MARGIN_MODE_RETAIL_HEDGING;
  account.stopOutMode = ACCOUNT_STOPOUT_MODE_PERCENT;
  account.marginCall = 100;
  account.stopOut = 50;
  account.isTradeAllowed = account.isExpertAllowed = 1;
  account.balance = 1'000'000;
  account.nextOrder = 1001;
  account.nextDeal = 5001;
  return account;
}

}  // namespace

Ledger& ledger() { return working(); }
bool isMapped() { return inFile; }

Image& image() {
  if (mapped == nullptr) openLedger("");
  return *mapped;
}

void openLedger(const std::string& file) {
  if (mapped != nullptr) munmap(mapped, sizeof(Image));
  inFile = !file.empty();
  if (!inFile) {
    mapped = map(-1, MAP_PRIVATE | MAP_ANONYMOUS);
    clearLedger();
    return;
  }
  const int handle = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  struct stat before{};
  if (handle < 0 || fstat(handle, &before) != 0 || ftruncate(handle, sizeof(Image)) != 0)
    critical("the trade server cannot keep its state in " + file);
  mapped = map(handle, MAP_SHARED);
  close(handle);
  if (before.st_size == 0 || mapped->mark == 0) {
    clearLedger();
    mapped->mark = IMAGE_MARK;
  } else if (mapped->mark != IMAGE_MARK) {
    critical(file + " holds the state of another build of the trade server");
  } else {
    copyLedger(working(), mapped->slots[mapped->current.load(std::memory_order_acquire)]);
  }
}

void commit() {
  if (!inFile) return;
  const uint32_t next = 1 - mapped->current.load(std::memory_order_relaxed);
  copyLedger(mapped->slots[next], working());
  mapped->current.store(next, std::memory_order_release);
}

void clearLedger() {
  for (int i = 0; i < MAX_SYMBOLS; i++)
    if (image().ticks[i].count.load(std::memory_order_relaxed) != 0) image().ticks[i].count.store(0);
  Ledger& now = working();
  std::memset(static_cast<void*>(&now), 0, offsetof(Ledger, symbols));
  now.account = usualAccount();
  commit();
}

int64_t tickCount(int symbol) { return image().ticks[symbol].count.load(std::memory_order_acquire); }

const TickRow& tickAt(int symbol, int64_t number) { return image().ticks[symbol].rows[number % KEPT_TICKS]; }

void addTick(int symbol, const TickRow& tick) {
  TickRing& ring = image().ticks[symbol];
  const int64_t count = ring.count.load(std::memory_order_relaxed);
  ring.rows[count % KEPT_TICKS] = tick;
  ring.count.store(count + 1, std::memory_order_release);
}

const TickRow& quote(int symbol) {
  static const TickRow none{};
  const int64_t count = tickCount(symbol);
  return count == 0 ? none : tickAt(symbol, count - 1);
}

}  // namespace mql::server
