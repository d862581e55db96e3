// CryptEncode and CryptDecode: SHA-256, MD5 and Base64. Other methods are refused as a wrong parameter.
#include <algorithm>
#include <optional>
#include <string>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/crypto/base64.hpp"
#include "platform/crypto/digest.hpp"

namespace mql {
namespace {

std::string bytesOf(const Array<uint8_t>& data) {
  return {reinterpret_cast<const char*>(data.data()), static_cast<size_t>(data.size())};
}

int32_t put(const std::optional<std::string>& bytes, Array<uint8_t>& result) {
  if (!bytes) return failed(ERR_INVALID_PARAMETER, 0);
  const auto size = static_cast<int32_t>(bytes->size());
  if (result.resize(size) != size) return failed(ERR_ARRAY_RESIZE_ERROR, 0);
  std::copy(bytes->begin(), bytes->end(), result.data());
  return size;
}

}  // namespace

int32_t CryptEncode(ENUM_CRYPT_METHOD method, const Array<uint8_t>& data, const Array<uint8_t>&,
                    Array<uint8_t>& result) {
  switch (method) {
    case CRYPT_HASH_SHA256: return put(crypto::sha256(bytesOf(data)), result);
    case CRYPT_HASH_MD5: return put(crypto::md5(bytesOf(data)), result);
    case CRYPT_BASE64: return put(crypto::toBase64(bytesOf(data)), result);
    default: return put(std::nullopt, result);
  }
}

int32_t CryptDecode(ENUM_CRYPT_METHOD method, const Array<uint8_t>& data, const Array<uint8_t>&,
                    Array<uint8_t>& result) {
  if (method != CRYPT_BASE64) return put(std::nullopt, result);
  return put(crypto::fromBase64(bytesOf(data)), result);
}

}  // namespace mql
