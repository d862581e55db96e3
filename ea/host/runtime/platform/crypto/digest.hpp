// SHA-256 (FIPS 180-4) and MD5 (RFC 1321), written for the host.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace mql::crypto {

std::string sha256(std::string_view bytes);
std::string md5(std::string_view bytes);

}  // namespace mql::crypto
