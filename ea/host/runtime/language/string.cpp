#include "language/string.hpp"

#include "language/unicode.hpp"

namespace mql {

struct String::Text {
  int owners = 1;
  std::u16string units;
};

String::String(std::u16string_view text) : text_(new Text{1, std::u16string(text)}) {}

String::String(const String& other) : text_(other.text_) {
  if (text_ != nullptr) ++text_->owners;
}

String::String(String&& other) noexcept : text_(other.text_) { other.text_ = nullptr; }

String& String::operator=(const String& other) {
  if (text_ == other.text_) return *this;
  release();
  text_ = other.text_;
  if (text_ != nullptr) ++text_->owners;
  return *this;
}

String& String::operator=(String&& other) noexcept {
  std::swap(text_, other.text_);
  return *this;
}

String::~String() { release(); }

void String::release() {
  if (text_ != nullptr && --text_->owners == 0) delete text_;
  text_ = nullptr;
}

std::u16string& String::own() {
  if (text_ == nullptr) text_ = new Text;
  if (text_->owners > 1) {
    --text_->owners;
    text_ = new Text{1, text_->units};
  }
  return text_->units;
}

String String::fromUtf8(std::string_view text) { return String(unicode::fromUtf8(text)); }
std::string String::toUtf8() const { return unicode::toUtf8(view()); }

int32_t String::length() const { return text_ == nullptr ? 0 : static_cast<int32_t>(text_->units.size()); }

std::u16string_view String::view() const {
  return text_ == nullptr ? std::u16string_view() : std::u16string_view(text_->units);
}

uint16_t String::at(int64_t index) const {
  return index >= 0 && index < length() ? text_->units[static_cast<size_t>(index)] : 0;
}

bool String::put(int64_t index, uint16_t unit) {
  if (index < 0 || index >= length()) return false;
  own()[static_cast<size_t>(index)] = static_cast<char16_t>(unit);
  return true;
}

String& String::append(std::u16string_view more) {
  own().append(more);
  return *this;
}

void String::assign(std::u16string_view text) { own().assign(text); }
void String::reserve(int32_t units) { own().reserve(static_cast<size_t>(units)); }

bool operator==(const String& left, const String& right) {
  return left.isNull() == right.isNull() && left.view() == right.view();
}

}  // namespace mql
