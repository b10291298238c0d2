#include "base/sha256.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <vector>

#include "base/byte_stream.h"

namespace gov_report {
namespace {

void add(sha256_ctx& state, std::string_view bytes) {
  sha256_update(&state, bytes.size(),
                reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string finish_hex(sha256_ctx& state) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest = {};
  sha256_digest(&state, digest.size(), digest.data());
  std::string hex;
  for (const std::uint8_t byte : digest) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 15];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx state;
  sha256_init(&state);
  add(state, bytes);
  return finish_hex(state);
}

std::string sha256_hex_of_file(const std::filesystem::path& path) {
  const auto stream = open_file(path);
  sha256_ctx state;
  sha256_init(&state);
  std::vector<char> piece(64 * 1024);
  while (const std::size_t got = stream->read(piece.data(), piece.size())) {
    add(state, {piece.data(), got});
  }
  return finish_hex(state);
}

}  // namespace gov_report
