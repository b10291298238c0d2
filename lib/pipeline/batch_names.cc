#include "pipeline/batch_names.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kStart = 6;  // bytes: two characters

/// The first bytes as a number, which is found faster than a text. REQUIRES:
/// there are as many.
std::uint64_t start_of(std::string_view text) {
  std::uint64_t start = 0;
  std::memcpy(&start, text.data(), kStart);
  return start;
}

/// Twelve bits of the first character, which takes three bytes in nearly all
/// names. REQUIRES: there are as many.
std::size_t low_bits_of(std::string_view text) {
  return static_cast<std::size_t>((text[1] & 0x3F) << 6 | (text[2] & 0x3F));
}

/// Whether one is the other with words put in, in front or inside: a body goes
/// by its name with that of the county before it, or with parts left out.
bool may_be_same(std::string_view one, std::string_view other) {
  const auto front = std::ranges::mismatch(one, other).in1 - one.begin();
  const auto back =
      std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend())
          .first -
      one.rbegin();
  return static_cast<std::size_t>(front + back) >=
         std::min(one.size(), other.size());
}

}  // namespace

BatchNames::BatchNames(const std::vector<const PublishedReport*>& reports,
                       const PageFormat& words)
    : words_(words) {
  std::unordered_set<std::string_view> known;
  for (const PublishedReport* report : reports) {
    if (report == nullptr || report->agency.size() <= kStart ||
        !known.insert(report->agency).second) {
      continue;
    }
    const BodyOfName* kind = body_of_name(report->agency, words);
    if (kind == nullptr) continue;
    const std::string_view name = report->agency;
    begins_.set(low_bits_of(name));
    by_start_[start_of(name)].push_back(bodies_.size());
    bodies_.push_back({name, kind});
  }
}

std::vector<std::string> BatchNames::named_in(
    const PublishedReport& report) const {
  const BodyOfName* own = body_of_name(report.agency, words_);
  if (own == nullptr || bodies_.size() < 2) return {};
  std::set<std::size_t> found;
  find_in(report.text.preamble, found);
  for (const ReportSection& section : report.text.sections) {
    find_in(section.blocks, found);
  }
  std::vector<std::string> names;
  for (const std::size_t b : found) {
    const Body& body = bodies_[b];
    const bool other = !may_be_same(body.name, report.agency) &&
                       body.kind->kind == own->kind &&
                       body.kind->level == own->level;
    if (other) names.emplace_back(body.name);
  }
  return names;
}

void BatchNames::find_in(const std::vector<ReportBlock>& blocks,
                         std::set<std::size_t>& found) const {
  for (const ReportBlock& block : blocks) {
    const std::string text = text_of(block);
    for (std::size_t at = 0; at + kStart <= text.size();
         next_code_point(text, at)) {
      if (!begins_[low_bits_of(std::string_view(text).substr(at))]) continue;
      if (const auto body = body_at(text, at)) found.insert(*body);
    }
  }
}

/// The body with the longest name that stands there. REQUIRES: kStart bytes do.
std::optional<std::size_t> BatchNames::body_at(std::string_view text,
                                               std::size_t at) const {
  std::optional<std::size_t> longest;
  const std::string_view rest = text.substr(at);
  const auto bodies = by_start_.find(start_of(rest));
  if (bodies == by_start_.end()) return longest;
  for (const std::size_t b : bodies->second) {
    const std::string_view name = bodies_[b].name;
    const bool longer = !longest || bodies_[*longest].name.size() < name.size();
    if (longer && rest.starts_with(name)) longest = b;
  }
  return longest;
}

}  // namespace gov_report
