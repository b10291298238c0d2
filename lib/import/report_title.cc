#include "import/report_title.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kLongestTitle = 90;  // characters
constexpr std::size_t kLongestLine = 40;   // of one that is broken over lines
constexpr std::size_t kMostLines = 3;

struct NamedYear {
  int year = 0;
  Span span;                ///< with what belongs to it
  std::size_t pattern = 0;  ///< of PageTitle::years
};

int year_of(std::string digits, const PageTitle& words) {
  for (const auto& [numeral, digit] : words.numerals) {
    for (std::size_t at = digits.find(numeral); at != std::string::npos;
         at = digits.find(numeral, at + 1)) {
      digits.replace(at, numeral.size(), std::to_string(digit));
    }
  }
  return whole_number(digits);
}

std::optional<NamedYear> named_year(const std::string& folded,
                                    const PageTitle& words) {
  for (std::size_t p = 0; p < words.years.size(); ++p) {
    const auto spans = words.years[p].spans(folded);
    if (spans.empty()) continue;
    return NamedYear{year_of(std::string(spans[2].of(folded)), words), spans[1],
                     p};
  }
  return std::nullopt;
}

void cut_out(std::string& text, Span span) {
  text.erase(span.begin, span.end - span.begin);
}

/// Without the year, should it stand there again as it is written or more
/// clearly; nullopt: another does, or the line is no title.
std::optional<std::string> name_without_year(std::string name,
                                             const NamedYear& year,
                                             const PageTitle& words) {
  while (const auto again = named_year(name, words)) {
    if (again->pattern > year.pattern) break;
    if (again->year != year.year) return std::nullopt;
    cut_out(name, again->span);
  }
  if (words.no_title.matches(name)) return std::nullopt;
  if (words.not_a_name.matches(name)) name.clear();
  const bool bracketed = name.starts_with('(') && name.ends_with(')');
  if (bracketed && name.find(')') + 1 == name.size())
    name = name.substr(1, name.size() - 2);
  return name;
}

bool is_body_alone(const std::string& folded, const PageTitle& words) {
  return words.name_alone.matches(folded) && !words.no_title.matches(folded);
}

class TitleFinder {
 public:
  TitleFinder(const PublishedPage& page, const std::vector<BlockText>& texts,
              std::size_t before, const PageTitle& words)
      : page_(page), texts_(texts), before_(before), words_(words) {}

  ReportTitle find(bool all) {
    for (std::size_t b = 0; b < before_; ++b) {
      if (found_.block && all) break;
      take_title_ending(b);
    }
    take_title_without_year();
    add_window_title();
    return std::move(found_);
  }

 private:
  bool has_words(std::size_t b) const { return is_words(page_.blocks[b]); }

  bool is_heading(std::size_t b) const {
    return page_.blocks[b].kind == PageBlock::Kind::heading;
  }

  bool is_name(const std::string& folded) const {
    return character_count(folded) <= kLongestLine &&
           is_body_alone(folded, words_);
  }

  /// Particulars, links and annexes stand below a title too.
  bool gives_way(const TitleParts& later, std::size_t first) const {
    if (!found_.block) return true;
    if (later.listed && !found_.parts.agency.empty()) return false;
    const PageBlock& own = page_.blocks[*found_.block];
    return !is_heading(*found_.block) ||
           (is_heading(first) && page_.blocks[first].level <= own.level);
  }

  std::size_t end_of_found() const {
    return found_.block ? *found_.block + found_.blocks : 0;
  }

  /// The fewest lines up to this one that are a title, and that of the name
  /// above.
  void take_title_ending(std::size_t last) {
    std::string whole;
    for (std::size_t lines = 1; lines <= kMostLines; ++lines) {
      // None of the title that is found already.
      if (last + 1 < end_of_found() + lines) return;
      std::size_t first = last + 1 - lines;
      if (!has_words(first)) return;
      const std::string& line = texts_[first].folded;
      const bool is_long = character_count(line) > kLongestLine;
      if (lines > 1 && is_long) return;
      whole.insert(0, line);
      if (auto parts = title_parts(whole, words_)) {
        if (!gives_way(*parts, first)) return;
        const bool above = first > end_of_found() && has_words(first - 1);
        if (above && parts->agency.empty() &&
            is_name(texts_[first - 1].folded)) {
          parts->agency = texts_[--first].folded;
        }
        found_ = {first, last + 1 - first, std::move(*parts)};
        return;
      }
      if (is_long) return;
    }
  }

  /// The last one: links to such reports stand further up. A heading comes
  /// before a line above it that has a year, as of a link.
  void take_title_without_year() {
    if (found_.block && is_heading(*found_.block)) return;
    for (std::size_t b = before_; b-- > end_of_found();) {
      if (!has_words(b)) continue;
      if (found_.block && !is_heading(b)) continue;
      const std::string& folded = texts_[b].folded;
      if (character_count(folded) > kLongestTitle) continue;
      const auto spans = words_.without_year.spans(folded);
      if (spans.empty()) continue;
      std::string agency(spans[1].of(folded));
      if (!is_name(agency)) continue;
      found_ = {b, 1, {0, std::move(agency), false}};
      return;
    }
  }

  /// What the page leaves out, the title of its window may say; the name of
  /// the portal stands behind that.
  void add_window_title() {
    TitleParts& own = found_.parts;
    if (own.year != 0 && !own.agency.empty()) return;
    std::string text = fold(page_.title);
    const auto cut = words_.cut.spans(text);
    if (!cut.empty()) text.resize(cut[0].begin);
    const auto parts = title_parts(text, words_);
    if (!parts) return;
    const bool differs = (own.year != 0 && own.year != parts->year) ||
                         (!own.agency.empty() && own.agency != parts->agency);
    if (!differs) own = *parts;
  }

  const PublishedPage& page_;
  const std::vector<BlockText>& texts_;
  std::size_t before_;
  const PageTitle& words_;
  ReportTitle found_;
};

}  // namespace

std::optional<TitleParts> title_parts(const std::string& folded,
                                      const PageTitle& words) {
  if (character_count(folded) > kLongestTitle) return std::nullopt;
  std::string rest = folded;
  const auto front = words.front.spans(rest);
  if (!front.empty()) cut_out(rest, front[0]);
  const auto year = named_year(rest, words);
  if (!year) return std::nullopt;
  cut_out(rest, year->span);
  std::string issuer;
  const auto notice = words.notice.spans(rest);
  const bool is_notice = !notice.empty();
  if (is_notice) {
    issuer = notice[1].of(rest);
    rest = std::string(notice[3].of(rest));
  }
  const auto spans = words.pattern.spans(rest);
  if (spans.empty()) return std::nullopt;
  const std::string name(spans[1].of(rest));
  // One that asks for reports has such words in its place.
  if (is_notice && !notice[2].taken() && !name.empty() &&
      !is_body_alone(name, words)) {
    return std::nullopt;
  }
  auto agency = name_without_year(name.empty() ? issuer : name, *year, words);
  if (!agency) return std::nullopt;
  return TitleParts{year->year, std::move(*agency), !front.empty()};
}

ReportTitle find_title(const PublishedPage& page,
                       const std::vector<BlockText>& texts, std::size_t before,
                       bool all, const PageTitle& words) {
  return TitleFinder(page, texts, before, words).find(all);
}

}  // namespace gov_report
