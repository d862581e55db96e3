#include "language/globals.hpp"

#include <vector>

#include "language/pointer.hpp"

namespace mql::globals {

namespace {

/** A function's variable: static initialisation of other files may come before this one's. */
std::vector<Entry*>& entries() {
  static std::vector<Entry*> all;
  return all;
}

bool living = false;

void make(Entry& entry) {
  entry.make(entry.room);
  entry.made = true;
}

void dropEntries() {
  for (size_t left = entries().size(); left > 0; --left) {
    Entry& entry = *entries()[left - 1];
    if (entry.made) entry.drop(entry.room);
    entry.made = false;
  }
}

}  // namespace

void enroll(Entry* entry) {
  entries().push_back(entry);
  if (living) make(*entry);
}

void dropAll() {
  objects::whileDropping(dropEntries);
  objects::dropAll();
  living = false;
}

void renewAll() {
  dropAll();
  for (size_t next = 0; next < entries().size(); ++next) make(*entries()[next]);
  living = true;
}

}  // namespace mql::globals
