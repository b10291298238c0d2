#include "base/byte_stream.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <system_error>

#include "base/sha256.h"
#include "base/temporary_folder.h"

namespace gov_report {
namespace {

// The error number of what `action` throws; 0 if it throws nothing.
template <typename Action>
int error_of(Action action, const std::filesystem::path& named) {
  try {
    action();
  } catch (const std::system_error& error) {
    CHECK(std::string(error.what()).find(named.string()) != std::string::npos);
    return error.code().value();
  }
  return 0;
}

TEST_CASE("byte stream: memory is handed out piece by piece") {
  const auto stream = open_memory("abcde");
  char piece[3];
  CHECK(stream->read(piece, 3) == 3);
  CHECK(std::string(piece, 3) == "abc");
  CHECK(stream->read(piece, 3) == 2);
  CHECK(std::string(piece, 2) == "de");
  CHECK(stream->read(piece, 3) == 0);
  CHECK(stream->read(piece, 3) == 0);
}

TEST_CASE("byte stream: a file is read whole, up to the limit") {
  const TemporaryFolder folder;
  std::string bytes(300'000, 'x');
  bytes[7] = '\0';
  bytes.back() = '\n';
  put_file(folder / "big", bytes);
  put_file(folder / "empty", "");
  CHECK(read_file(folder / "big", 1 << 20) == bytes);
  CHECK(read_file(folder / "big", bytes.size()) == bytes);
  CHECK(read_file(folder / "empty", 0).empty());
  CHECK(error_of([&] { read_file(folder / "big", bytes.size() - 1); },
                 folder / "big") == EFBIG);
}

TEST_CASE("byte stream: missing files and folders are errors with the path") {
  const TemporaryFolder folder;
  CHECK(error_of([&] { open_file(folder / "none"); }, folder / "none") ==
        ENOENT);
  CHECK(error_of([&] { open_file(folder.path()); }, folder.path()) == EISDIR);
  CHECK(error_of([&] { sha256_hex_of_file(folder / "none"); },
                 folder / "none") == ENOENT);
}

TEST_CASE("sha256: the vectors of FIPS 180 hold") {
  CHECK(sha256_hex("") ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const std::string million(1'000'000, 'a');
  constexpr std::string_view kOfMillion =
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
  CHECK(sha256_hex(million) == kOfMillion);
  const TemporaryFolder folder;
  put_file(folder / "a", million);
  CHECK(sha256_hex_of_file(folder / "a") == kOfMillion);
}

}  // namespace
}  // namespace gov_report
