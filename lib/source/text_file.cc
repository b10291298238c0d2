#include "source/text_file.h"

#include <memory>
#include <utility>

#include "base/byte_stream.h"
#include "base/utf8_check.h"

namespace gov_report {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// `likely`: how long it will be, more or less.
std::string all_of(ByteStream& bytes, std::size_t likely) {
  constexpr std::size_t kPiece = 4096;
  std::string text(likely + 2 * kPiece, '\0');
  std::size_t size = 0;
  for (std::size_t got = 1; got > 0; size += got) {
    if (text.size() - size < kPiece) text.resize(2 * text.size());
    got = bytes.read(text.data() + size, text.size() - size);
  }
  text.resize(size);
  return text;
}

std::string variant_of(DecodingError::Look look) {
  using Look = DecodingError::Look;
  switch (look) {
    case Look::unknown:
      return {};
    case Look::zip:
      return "zip";
    case Look::binary:
      return "binary";
    case Look::gbk_line:
      return "gbk-line";
    case Look::utf8_line:
      return "utf-8-line";
    case Look::big5:
      return "big5";
    case Look::rare:
      return "rare";
    case Look::utf16_cut:
      return "utf-16-cut";
    case Look::utf16_broken:
      return "utf-16-broken";
    case Look::not_as_told:
      return "not-as-told";
  }
  return {};
}

}  // namespace

std::optional<std::string> decoded_text(std::string bytes,
                                        DecodingError& error) {
  // UTF-8 is passed through; it is the usual case.
  if (is_utf8(bytes) && bytes.find('\0') == std::string::npos) {
    if (bytes.starts_with(kByteOrderMark)) {
      bytes.erase(0, kByteOrderMark.size());
    }
    return bytes;
  }
  const auto encoding = detect_encoding(*open_memory(bytes), error);
  if (!encoding) return std::nullopt;
  // Two bytes of GB18030 are three of UTF-8.
  const std::size_t likely = bytes.size() / 2 * 3;
  return all_of(*decoded(open_memory(std::move(bytes)), *encoding), likely);
}

std::optional<std::string> read_text_file(const std::filesystem::path& path,
                                          const std::string& shown_name,
                                          std::size_t limit,
                                          const FindingSink& sink) {
  try {
    DecodingError error;
    auto text = decoded_text(read_file(path, limit), error);
    if (!text) sink(encoding_finding(error, shown_name));
    return text;
  } catch (const std::system_error& error) {
    sink(file_finding(error, shown_name, limit));
    return std::nullopt;
  }
}

Finding file_finding(const std::system_error& error, std::string shown_name,
                     std::size_t limit) {
  Finding finding;
  finding.place.file = shown_name;
  finding.arguments = {{"file", std::move(shown_name)}};
  if (error.code() == std::errc::no_such_file_or_directory ||
      error.code() == std::errc::not_a_directory) {
    finding.rule = "file-missing";
    const bool pattern =
        finding.place.file.find_first_of("*?[") != std::string::npos;
    if (pattern) finding.variant = "pattern";
  } else if (error.code() == std::errc::file_too_large) {
    finding.rule = "file-too-large";
    finding.arguments.push_back({"limit", std::to_string(limit)});
  } else {
    finding.rule = "file-unreadable";
    finding.arguments.push_back({"reason", error.code().message()});
    finding.arguments.push_back(
        {"errno", std::to_string(error.code().value())});
  }
  return finding;
}

Finding encoding_finding(const DecodingError& error, std::string shown_name) {
  Finding finding;
  finding.rule = "invalid-encoding";
  finding.variant = variant_of(error.look);
  finding.place.file = std::move(shown_name);
  finding.place.at.line = error.line;
  finding.arguments = {{"offset", std::to_string(error.offset)},
                       {"line", std::to_string(error.line)},
                       {"bytes", error.bytes}};
  if (error.told) {
    finding.arguments.push_back({"encoding", encoding_name(*error.told)});
  }
  return finding;
}

}  // namespace gov_report
