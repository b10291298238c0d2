#include "base/sha256.h"

#include <sha2.h>

#include <array>
#include <cstdint>
#include <vector>

#include "base/byte_stream.h"

namespace gov_report {
namespace {

void add(SHA2_CTX& state, std::string_view bytes) {
  SHA256Update(&state, reinterpret_cast<const std::uint8_t*>(bytes.data()),
               bytes.size());
}

std::string finish_hex(SHA2_CTX& state) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest = {};
  SHA256Final(digest.data(), &state);
  std::string hex;
  for (const std::uint8_t byte : digest) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 15];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  SHA2_CTX state;
  SHA256Init(&state);
  add(state, bytes);
  return finish_hex(state);
}

std::string sha256_hex_of_file(const std::filesystem::path& path) {
  const auto stream = open_file(path);
  SHA2_CTX state;
  SHA256Init(&state);
  std::vector<char> piece(64 * 1024);
  while (const std::size_t got = stream->read(piece.data(), piece.size())) {
    add(state, {piece.data(), got});
  }
  return finish_hex(state);
}

}  // namespace gov_report
