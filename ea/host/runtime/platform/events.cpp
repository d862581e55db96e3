#include "events.hpp"

#include <algorithm>
#include <deque>

#include "generated/builtins.hpp"
#include "language/program.hpp"
#include "life.hpp"
#include "schedule.hpp"

namespace mql::events {
namespace {

enum class Kind { tick, timer, transaction, other };

// The terminal keeps so many transactions for a program that does not come to them; a newer one pushes the oldest out.
constexpr int kWaitingTransactions = 1024;

struct Event {
  Kind kind;
  std::function<void()> handler;
};

struct Queue {
  std::deque<Event> events;
  bool tick = false;
  bool timer = false;
  int transactions = 0;
};

// Never destroyed: a life may end in the middle of a handler.
Queue& queue() {
  static Queue& only = *new Queue;
  return only;
}

void post(Kind kind, std::function<void()> handler) {
  if (life::loaded()) queue().events.push_back({kind, std::move(handler)});
}

void dropOldestTransaction() {
  std::deque<Event>& events = queue().events;
  const auto isTransaction = [](const Event& event) { return event.kind == Kind::transaction; };
  events.erase(std::find_if(events.begin(), events.end(), isTransaction));
  queue().transactions--;
}

void afterHandler(Kind kind) {
  if (kind == Kind::tick) queue().tick = false;
  if (kind == Kind::timer) queue().timer = false;
  if (life::removalAsked()) life::finish(0);
}

}  // namespace

void tick() {
  if (queue().tick || !program_table().onTick) return;
  queue().tick = life::loaded();
  post(Kind::tick, program_table().onTick);
}

void timerDue() {
  if (queue().timer || !program_table().onTimer) return;
  queue().timer = life::loaded();
  post(Kind::timer, program_table().onTimer);
}

void trade() {
  if (program_table().onTrade) post(Kind::other, program_table().onTrade);
}

void transaction(const MqlTradeTransaction& what, const MqlTradeRequest& request,
                 const MqlTradeResult& result) {
  const auto handler = program_table().onTradeTransaction;
  if (!handler || !life::loaded()) return;
  if (queue().transactions == kWaitingTransactions) dropOldestTransaction();
  queue().transactions++;
  post(Kind::transaction, [=] { handler(what, request, result); });
}

void chart(int id, int64_t longValue, double doubleValue, const std::string& utf8Text) {
  const auto handler = program_table().onChartEvent;
  if (handler) post(Kind::other, [=] { handler(id, longValue, doubleValue, String::fromUtf8(utf8Text)); });
}

void dispatch() {
  while (!handling() && life::loaded() && !queue().events.empty()) {
    const Event event = std::move(queue().events.front());
    queue().events.pop_front();
    if (event.kind == Kind::transaction) queue().transactions--;
    if (life::call(event.handler)) afterHandler(event.kind);
  }
}

bool handling() { return life::calling(); }

void forget() {
  queue() = Queue{};
  schedule::stopTimer();
}

}  // namespace mql::events
