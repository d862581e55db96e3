#include <vector>

#include "language/pointer.hpp"

namespace mql {

namespace {

struct Slot {
  Object* object = nullptr;
  uint32_t generation = 1;
  // Known here, because after a crash the stack that an automatic object lay on is gone.
  bool isDynamic = false;
};

/** Slot 0 stays empty: the handle of a pointer to nothing. */
std::vector<Slot> slots(1);
std::vector<uint32_t> unused;
int32_t dynamicObjects = 0;
bool dropsNow = false;

objects::Handle occupy(Object* object) {
  uint32_t slot = static_cast<uint32_t>(slots.size());
  if (unused.empty()) {
    slots.emplace_back();
  } else {
    slot = unused.back();
    unused.pop_back();
  }
  slots[slot].object = object;
  slots[slot].isDynamic = false;
  return {slot, slots[slot].generation};
}

void vacate(uint32_t slot) {
  slots[slot].object = nullptr;
  ++slots[slot].generation;
  unused.push_back(slot);
}

}  // namespace

Object::~Object() {
  if (dynamic_) --dynamicObjects;
  if (handle_.slot != 0 && objects::find(handle_) == this) vacate(handle_.slot);
}

objects::Handle Object::handle() const {
  if (handle_.slot == 0) handle_ = occupy(const_cast<Object*>(this));
  return handle_;
}

void Object::becomeDynamic() {
  dynamic_ = true;
  ++dynamicObjects;
  slots[handle().slot].isDynamic = true;
}

namespace objects {

Object* find(Handle handle) {
  if (handle.slot == 0 || handle.slot >= slots.size()) return nullptr;
  const Slot& slot = slots[handle.slot];
  return slot.generation == handle.generation ? slot.object : nullptr;
}

int32_t alive() { return dynamicObjects; }
bool dropping() { return dropsNow; }

void whileDropping(void (*work)()) {
  dropsNow = true;
  work();
  dropsNow = false;
}

void dropAll() {
  whileDropping([] {
    for (uint32_t slot = 1; slot < slots.size(); ++slot) {
      Object* object = slots[slot].object;
      if (object == nullptr) continue;
      // An automatic object may lie on a stack that is gone: only its slot is given back.
      if (slots[slot].isDynamic) delete object;
      else vacate(slot);
    }
  });
}

}  // namespace objects
}  // namespace mql
