// StringLen and its kin. Positions count UTF-16 units.
#include "generated/builtins.hpp"

namespace mql {

namespace {

bool isTrimmed(char16_t unit) { return unit == u' ' || unit == u'\t' || unit == u'\r' || unit == u'\n'; }

char16_t lower(char16_t unit) {
  const bool latin = (unit >= u'A' && unit <= u'Z') || (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7);
  const bool cyrillic = unit >= 0x410 && unit <= 0x42F;
  return latin || cyrillic ? static_cast<char16_t>(unit + 32) : unit;
}

char16_t upper(char16_t unit) {
  const bool latin = (unit >= u'a' && unit <= u'z') || (unit >= 0xE0 && unit <= 0xFE && unit != 0xF7);
  const bool cyrillic = unit >= 0x430 && unit <= 0x44F;
  return latin || cyrillic ? static_cast<char16_t>(unit - 32) : unit;
}

bool rewrite(String& text, char16_t (*change)(char16_t)) {
  std::u16string units(text.view());
  for (char16_t& unit : units) unit = change(unit);
  if (!text.isNull()) text.assign(units);
  return true;
}

}  // namespace

int32_t StringLen(String string_value) { return string_value.length(); }

String StringSubstr(String string_value, int32_t start_pos, int32_t length) {
  if (start_pos < 0 || start_pos >= string_value.length() || length == 0) return u""_s;
  const size_t most = length < 0 ? std::u16string_view::npos : static_cast<size_t>(length);
  return String(string_value.view().substr(static_cast<size_t>(start_pos), most));
}

int32_t StringFind(String string_value, String match_substring, int32_t start_pos) {
  if (start_pos < 0 || match_substring.isEmpty()) return -1;
  const size_t found = string_value.view().find(match_substring.view(), static_cast<size_t>(start_pos));
  return found == std::u16string_view::npos ? -1 : static_cast<int32_t>(found);
}

int32_t StringReplace(String& str, const String find, const String replacement) {
  if (str.isNull()) return failed(ERR_NOTINITIALIZED_STRING, -1);
  if (find.isEmpty()) return failed(ERR_INVALID_PARAMETER, -1);
  const std::u16string_view from = str.view();
  std::u16string out;
  int32_t count = 0;
  size_t at = 0;
  for (size_t next; (next = from.find(find.view(), at)) != std::u16string_view::npos; ++count) {
    out.append(from.substr(at, next - at)).append(replacement.view());
    at = next + find.view().size();
  }
  if (count > 0) str = String(out.append(from.substr(at)));
  return count;
}

int32_t StringSplit(const String string_value, const uint16_t separator, Array<String>& result) {
  result.resize(0);
  if (string_value.isEmpty()) return 0;
  const std::u16string_view text = string_value.view();
  int32_t count = 0;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(static_cast<char16_t>(separator), at), text.size());
    if (result.resize(count + 1, 16) < 0) return failed(ERR_ARRAY_RESIZE_ERROR, -1);
    result.data()[count++] = String(text.substr(at, end - at));
    at = end + 1;
  }
  return count;
}

int32_t StringCompare(const String& string1, const String& string2, bool case_sensitive) {
  String left = string1;
  String right = string2;
  if (!case_sensitive) {
    rewrite(left, lower);
    rewrite(right, lower);
  }
  // "A" comes behind "a", as the reference says: letters are compared first, then their case.
  std::u16string leftLower(left.view()), rightLower(right.view());
  for (char16_t& unit : leftLower) unit = lower(unit);
  for (char16_t& unit : rightLower) unit = lower(unit);
  const int letters = leftLower.compare(rightLower);
  const int order = letters != 0 ? letters : right.view().compare(left.view());
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

int32_t StringTrimLeft(String& string_var) {
  const std::u16string_view text = string_var.view();
  size_t cut = 0;
  while (cut < text.size() && isTrimmed(text[cut])) ++cut;
  if (cut > 0) string_var = String(text.substr(cut));
  return static_cast<int32_t>(cut);
}

int32_t StringTrimRight(String& string_var) {
  const std::u16string_view text = string_var.view();
  size_t kept = text.size();
  while (kept > 0 && isTrimmed(text[kept - 1])) --kept;
  const size_t cut = text.size() - kept;
  if (cut > 0) string_var = String(text.substr(0, kept));
  return static_cast<int32_t>(cut);
}

bool StringToLower(String& string_var) { return rewrite(string_var, lower); }
bool StringToUpper(String& string_var) { return rewrite(string_var, upper); }

uint16_t StringGetCharacter(String string_value, int32_t pos) {
  if (pos < 0 || pos >= string_value.length()) return failed(ERR_INVALID_PARAMETER, uint16_t{0});
  return string_value.at(pos);
}

bool StringSetCharacter(String& string_var, int32_t pos, uint16_t character) {
  const int32_t length = string_var.length();
  if (pos < 0 || pos > length) return failed(ERR_INVALID_PARAMETER, false);
  const char16_t unit = static_cast<char16_t>(character);
  if (character == 0) string_var = String(string_var.view().substr(0, static_cast<size_t>(pos)));
  else if (pos == length) string_var.append({&unit, 1});
  else string_var.put(pos, character);
  return true;
}

bool StringAdd(String& string_var, String add_substring) {
  string_var += add_substring;
  return true;
}

bool StringFill(String& string_var, uint16_t character) {
  const std::u16string units(string_var.view().size(), static_cast<char16_t>(character));
  string_var.assign(character == 0 ? u"" : units);
  return true;
}

bool StringInit(String& string_var, int32_t new_len, uint16_t character) {
  if (new_len < 0) return failed(ERR_INVALID_PARAMETER, false);
  string_var = String();
  if (new_len == 0) return true;
  const size_t length = character == 0 ? 0 : static_cast<size_t>(new_len);
  string_var.assign(std::u16string(length, static_cast<char16_t>(character)));
  return true;
}

bool StringReserve(String& string_var, uint32_t new_capacity) {
  if (new_capacity > INT32_MAX) return failed(ERR_STRING_RESIZE_ERROR, false);
  string_var.reserve(static_cast<int32_t>(new_capacity));
  return true;
}

bool StringSetLength(String& string_var, uint32_t new_length) {
  std::u16string units(string_var.view());
  units.resize(new_length, u' ');
  string_var.assign(units);
  return true;
}

}  // namespace mql
