#include "pipeline/finding_spool.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <tuple>

namespace gov_report {
namespace {

[[noreturn]] void fail() {
  throw std::system_error(errno, std::generic_category(), "temporary file");
}

}  // namespace

FindingSpool::FindingSpool() : file_(std::tmpfile()) {
  if (file_ == nullptr) fail();
}

template <typename T>
void FindingSpool::put_number(T number) {
  if (std::fwrite(&number, sizeof number, 1, file_.get()) != 1) fail();
  end_ += sizeof number;
}

template <typename T>
T FindingSpool::get_number() {
  T number{};
  if (std::fread(&number, sizeof number, 1, file_.get()) != 1) fail();
  at_ += sizeof number;
  return number;
}

void FindingSpool::put(const std::string& text) {
  put_number(static_cast<std::uint32_t>(text.size()));
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) {
    fail();
  }
  end_ += text.size();
}

std::string FindingSpool::get() {
  std::string text(get_number<std::uint32_t>(), '\0');
  if (std::fread(text.data(), 1, text.size(), file_.get()) != text.size()) {
    fail();
  }
  at_ += text.size();
  return text;
}

void FindingSpool::add(const SpooledFinding& finding) {
  entries_.push_back({finding.at.line, end_});
  put_number(finding.at.line);
  put_number(finding.at.column);
  put_number(static_cast<std::uint8_t>(finding.severity));
  for (const std::string* text : {&finding.rule, &finding.headline,
                                  &finding.remedy, &finding.line_text}) {
    put(*text);
  }
}

void FindingSpool::rewind() {
  std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
    return std::tie(a.line, a.offset) < std::tie(b.line, b.offset);
  });
  if (std::fflush(file_.get()) != 0) fail();
  next_ = 0;
  at_ = end_;
}

bool FindingSpool::next(SpooledFinding& finding) {
  if (next_ == entries_.size()) return false;
  const Entry& entry = entries_[next_++];
  if (entry.offset != at_) {
    if (fseeko(file_.get(), static_cast<off_t>(entry.offset), SEEK_SET) != 0) {
      fail();
    }
    at_ = entry.offset;
  }
  finding.at.line = get_number<std::uint64_t>();
  finding.at.column = get_number<std::uint32_t>();
  finding.severity = static_cast<Severity>(get_number<std::uint8_t>());
  for (std::string* text : {&finding.rule, &finding.headline, &finding.remedy,
                            &finding.line_text}) {
    *text = get();
  }
  return true;
}

}  // namespace gov_report
