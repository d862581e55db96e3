// Pointers of MQL5 are handles: a program that uses one whose object is gone is stopped.
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

#include "language/critical.hpp"
#include "language/types.hpp"

namespace mql {

class Object;

namespace objects {

struct Handle {
  uint32_t slot = 0;
  uint32_t generation = 0;
};

/** The object of a handle, or nullptr when it is gone. */
Object* find(Handle handle);
/** Objects that `new` made and `delete` has not met. */
int32_t alive();
/** Frees them all; the program's destructors do not run, as when a terminal is killed. */
void dropAll();
/** True while memory is dropped: a destructor of the program must do nothing then. */
bool dropping();
/** Runs `work` with dropping() true. */
void whileDropping(void (*work)());

}  // namespace objects

/** The base of every class of a program. */
class Object {
 public:
  Object() = default;
  Object(const Object&) {}
  Object& operator=(const Object&) { return *this; }
  virtual ~Object();

  /** Its handle; an automatic object gets one when it is first asked for. */
  objects::Handle handle() const;
  bool isDynamic() const { return dynamic_; }
  /** Called by `new`. */
  void becomeDynamic();

 private:
  mutable objects::Handle handle_;
  bool dynamic_ = false;
};

template <class T>
class Pointer {
 public:
  using Target = T;

  Pointer() = default;
  Pointer(Null) {}
  explicit Pointer(T* object) : object_(object) {
    if (object != nullptr) handle_ = object->handle();
  }
  template <class Derived, class = std::enable_if_t<std::is_base_of_v<T, Derived>>>
  Pointer(const Pointer<Derived>& other) : object_(other.raw()), handle_(other.handle()) {}

  T* operator->() const { return checked(); }
  T& operator*() const { return *checked(); }
  operator T&() const { return *checked(); }
  explicit operator bool() const { return object_ != nullptr; }

  bool isValid() const { return objects::find(handle_) != nullptr; }
  T* raw() const { return object_; }
  objects::Handle handle() const { return handle_; }

  /** The object itself; a pointer to nothing, or to what was deleted, ends the program. */
  T* checked(const char* file = __builtin_FILE(), int line = __builtin_LINE()) const {
    if (!isValid()) critical("invalid pointer access", file, line);
    return object_;
  }

 private:
  T* object_ = nullptr;
  objects::Handle handle_;
};

template <class A, class B>
bool operator==(const Pointer<A>& left, const Pointer<B>& right) {
  return static_cast<const void*>(left.raw()) == static_cast<const void*>(right.raw());
}
template <class A, class B>
bool operator!=(const Pointer<A>& left, const Pointer<B>& right) { return !(left == right); }
template <class T>
bool operator==(const Pointer<T>& left, Null) { return left.raw() == nullptr; }
template <class T>
bool operator!=(const Pointer<T>& left, Null) { return left.raw() != nullptr; }
template <class T>
bool operator==(Null, const Pointer<T>& right) { return right.raw() == nullptr; }
template <class T>
bool operator!=(Null, const Pointer<T>& right) { return right.raw() != nullptr; }
/** `!pointer`: there is nothing to use behind it, as CheckPointer would say. */
template <class T>
bool operator!(const Pointer<T>& pointer) { return !pointer.isValid(); }

}  // namespace mql
