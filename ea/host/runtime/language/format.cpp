#include "language/format.hpp"

#include <cstdio>
#include <vector>

#include "language/unicode.hpp"

namespace mql {

namespace {

struct Specifier {
  std::string flags;
  int width = 0;
  /** -1: none was written. */
  int precision = -1;
  /** "", "h", "l", "ll", "I32" or "I64". */
  std::string size;
  char type = 0;

  bool has(char flag) const { return flags.find(flag) != std::string::npos; }
  bool isWide() const { return size == "ll" || size == "I64"; }
};

bool isOneOf(char16_t unit, const char* characters) {
  const std::string_view all(characters);
  return unit < 0x80 && unit != 0 && all.find(static_cast<char>(unit)) != std::string_view::npos;
}

class Formatter {
 public:
  Formatter(const String& format, std::initializer_list<FormatValue> values)
      : format_(format.view()), values_(values) {}

  String run() {
    bool met = false;
    while (at_ < format_.size()) {
      const char16_t unit = format_[at_++];
      if (unit != u'%') {
        out_ += unit;
      } else if (peek() == u'%') {
        out_ += format_[at_++];
      } else {
        met = true;
        put(readSpecifier());
      }
    }
    // A plain string may come with a value that it does not show.
    if (met && next_ < values_.size()) wrong("there are more values than specifiers");
    return String(out_);
  }

 private:
  std::u16string_view format_;
  std::vector<FormatValue> values_;
  std::u16string out_;
  size_t at_ = 0;
  size_t next_ = 0;

  [[noreturn]] void wrong(const std::string& why) const {
    const std::string format = unicode::toUtf8(format_);
    critical("wrong format string \"" + format + "\": " + why, "StringFormat", static_cast<int>(at_));
  }

  char16_t peek() const { return at_ < format_.size() ? format_[at_] : u'\0'; }

  const FormatValue& take(FormatValue::Kind kind, const char* expected) {
    if (next_ >= values_.size()) wrong("a value is missing");
    const FormatValue& value = values_[next_++];
    if (value.kind != kind) wrong("value " + std::to_string(next_) + " is not " + expected);
    return value;
  }

  int readNumber() {
    if (peek() == u'*') {
      ++at_;
      return static_cast<int>(take(FormatValue::Kind::integer, "the int of '*'").integer);
    }
    int number = 0;
    while (isOneOf(peek(), "0123456789")) number = std::min(number * 10 + (format_[at_++] - u'0'), 4096);
    return number;
  }

  std::string readSize() {
    for (const char* size : {"I32", "I64", "ll", "l", "h"}) {
      const std::u16string wide = unicode::fromUtf8(size);
      if (format_.substr(at_, wide.size()) != wide) continue;
      at_ += wide.size();
      return size;
    }
    return "";
  }

  Specifier readSpecifier() {
    Specifier specifier;
    while (isOneOf(peek(), "-+0 #")) specifier.flags += static_cast<char>(format_[at_++]);
    specifier.width = readNumber();
    if (specifier.width < 0) {
      specifier.flags += '-';
      specifier.width = -specifier.width;
    }
    if (peek() == u'.') {
      ++at_;
      specifier.precision = readNumber();
    }
    specifier.size = readSize();
    if (!isOneOf(peek(), "cCdiouxXeEfgGaAs")) wrong("there is no such specifier");
    specifier.type = static_cast<char>(format_[at_++]);
    return specifier;
  }

  void put(const Specifier& specifier) {
    if (specifier.type == 's') {
      putText(specifier, take(FormatValue::Kind::text, "a string").text);
    } else if (specifier.type == 'c' || specifier.type == 'C') {
      const auto code = static_cast<uint16_t>(take(FormatValue::Kind::integer, "a character").integer);
      const bool isMissing = specifier.type == 'C' && code > 0xFF;
      pad(specifier, std::u16string(1, isMissing ? u' ' : static_cast<char16_t>(code)));
    } else if (isOneOf(static_cast<char16_t>(specifier.type), "eEfgGaA")) {
      putNumber(specifier, "", take(FormatValue::Kind::real, "a real number").real);
    } else {
      putInteger(specifier, take(FormatValue::Kind::integer, "an integer"));
    }
  }

  void putText(const Specifier& specifier, const String& text) {
    const auto most = static_cast<size_t>(specifier.precision);  // -1 is all of it
    pad(specifier, std::u16string(text.view().substr(0, most)));
  }

  void putInteger(const Specifier& specifier, const FormatValue& value) {
    const bool isWide = value.size == 8;
    if (isWide != specifier.isWide()) {
      wrong("value " + std::to_string(next_) + " has " + std::to_string(value.size * 8) + " bits");
    }
    const bool isSigned = specifier.type == 'd' || specifier.type == 'i';
    int64_t bits = value.integer;
    if (specifier.size == "h") bits = isSigned ? int64_t{static_cast<int16_t>(bits)} : bits & 0xFFFF;
    else if (!isWide) bits = isSigned ? int64_t{static_cast<int32_t>(bits)} : bits & 0xFFFFFFFF;
    putNumber(specifier, "ll", static_cast<long long>(bits));
  }

  template <class Value>
  void putNumber(const Specifier& specifier, const char* size, Value value) {
    std::string pattern = "%" + specifier.flags;
    if (specifier.width > 0) pattern += std::to_string(specifier.width);
    if (specifier.precision >= 0) pattern += "." + std::to_string(specifier.precision);
    pattern += size;
    pattern += specifier.type;
    std::string text(static_cast<size_t>(std::snprintf(nullptr, 0, pattern.c_str(), value)) + 1, '\0');
    std::snprintf(text.data(), text.size(), pattern.c_str(), value);
    text.pop_back();
    out_ += unicode::fromUtf8(text);
  }

  void pad(const Specifier& specifier, const std::u16string& text) {
    const size_t width = static_cast<size_t>(specifier.width);
    const std::u16string padding(width > text.size() ? width - text.size() : 0, u' ');
    out_ += specifier.has('-') ? text + padding : padding + text;
  }
};

}  // namespace

String formatted(const String& format, std::initializer_list<FormatValue> values) {
  return Formatter(format, values).run();
}

}  // namespace mql
