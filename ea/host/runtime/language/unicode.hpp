// UTF-16 as strings hold it; UTF-8 and Windows-1252 (the ANSI code page here) as files and sockets carry it.
#pragma once

#include <string>
#include <string_view>

namespace mql::unicode {

/** What stands for anything that cannot be read. */
constexpr char16_t REPLACEMENT = 0xFFFD;

std::u16string fromUtf8(std::string_view bytes);
std::string toUtf8(std::u16string_view units);

std::u16string fromAnsi(std::string_view bytes);
/** A unit that the code page lacks becomes '?'. */
std::string toAnsi(std::u16string_view units);

}  // namespace mql::unicode
