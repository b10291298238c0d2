#include "base/json_writer.h"

#include <cassert>
#include <cstdint>
#include <cstring>
#include <utility>

namespace gov_report {
namespace {

/// Whether none of eight characters is escaped, as far as a glance shows.
bool eight_are_plain(const char* text) {
  std::uint64_t bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  const auto any_below = [](std::uint64_t each, std::uint64_t limit) {
    return (each - kOnes * limit) & ~each & (kOnes * 0x80);
  };
  return (any_below(bytes, 0x20) | any_below(bytes ^ (kOnes * '"'), 1) |
          any_below(bytes ^ (kOnes * '\\'), 1)) == 0;
}

void append_quoted(std::string_view text, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  out += '"';
  std::size_t written = 0;  // bytes
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (text.size() - i >= 8 && eight_are_plain(text.data() + i)) i += 8;
    if (i == text.size()) break;
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\') continue;
    out += text.substr(written, i - written);
    written = i + 1;
    if (const std::size_t at = kNamed.find(c); at != std::string_view::npos) {
      out += '\\';
      out += kNames[at];
    } else {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  out += text.substr(written);
  out += '"';
}

}  // namespace

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (open_.empty()) return;
  if (!first_) out_ += ',';
  out_ += '\n';
  out_.append(2 * open_.size(), ' ');
  first_ = false;
}

JsonWriter& JsonWriter::object() {
  separate();
  out_ += '{';
  open_.push_back('}');
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::array() {
  separate();
  out_ += '[';
  open_.push_back(']');
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end() {
  assert(!open_.empty() && !after_key_);
  const char bracket = open_.back();
  open_.pop_back();
  if (!first_) {
    out_ += '\n';
    out_.append(2 * open_.size(), ' ');
  }
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!open_.empty() && open_.back() == '}' && !after_key_);
  separate();
  append_quoted(name, out_);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_quoted(text, out_);
  return *this;
}

JsonWriter& JsonWriter::value(Decimal number) {
  separate();
  out_ += number.text();
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

std::string JsonWriter::drain() {
  return std::exchange(out_, {});
}

std::string JsonWriter::take() {
  assert(open_.empty() && !after_key_);
  first_ = true;
  return std::exchange(out_, {});
}

std::string json_quoted(std::string_view text) {
  std::string out;
  append_quoted(text, out);
  return out;
}

}  // namespace gov_report
