// Base64 with the standard alphabet and padding (RFC 4648).
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace mql::crypto {

std::string toBase64(std::string_view bytes);
// Nothing when the text is no Base64.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace mql::crypto
