// Variables that outlive a call: globals, static members, static locals. Each knows how to become what it was
// at the program's start, so that one process can live several lives of a program.
#pragma once

#include <new>
#include <utility>

namespace mql {

namespace globals {

/** One variable: `make` constructs it with its initial value, `drop` ends it. */
struct Entry {
  void (*make)(void* room);
  void (*drop)(void* room);
  void* room;
  bool made;
};

void enroll(Entry* entry);
/** Drops variables and objects, and makes every variable again in the order of the text. */
void renewAll();
/** Ends every variable and object without running the program's destructors. */
void dropAll();

}  // namespace globals

/** A variable of the program. Its room is filled by renewAll(), or at once when a life is under way. */
template <class T>
class Global {
 public:
  explicit Global(void (*make)(void* room)) : entry_{make, &drop, room_, false} { globals::enroll(&entry_); }
  Global(const Global&) = delete;

  T& value() { return *std::launder(reinterpret_cast<T*>(room_)); }

 private:
  alignas(T) unsigned char room_[sizeof(T)];
  globals::Entry entry_;

  static void drop(void* room) { std::launder(static_cast<T*>(room))->~T(); }
};

}  // namespace mql
