// Identity numbers, mobile numbers and names of applicants.

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "base/text.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

constexpr std::size_t kContext = 150;  // bytes beside a number or a name

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/// Whether the digits at [begin, end) are not a piece of a longer number.
bool stands_alone(std::string_view text, Span span) {
  return (span.begin == 0 || !is_alphanumeric(text[span.begin - 1])) &&
         (span.end == text.size() || !is_alphanumeric(text[span.end]));
}

/// ISO 7064, MOD 11-2, over 17 digits; the 18th is the check.
bool has_valid_check(std::string_view number) {
  constexpr std::string_view kChecks = "10x98765432";
  int sum = 0;
  int weight = 2;
  for (std::size_t i = number.size() - 1; i-- > 0;) {
    sum += (number[i] - '0') * weight;
    weight = weight * 2 % 11;
  }
  return number.back() == kChecks[static_cast<std::size_t>(sum % 11)];
}

class Personal {
 public:
  explicit Personal(TextCheck& check)
      : check_(check), words_(check.words.personal) {}

  void check_all() {
    check_.coverage.ran("personal-data-in-report");
    own_.push_back(FoldedText(check_.facts.agency).text());
    sort_names();
    const bool any_identity = check_.glance.may_match(words_.identity);
    const bool any_mobile = check_.glance.may_match(words_.mobile);
    for (ScannedBlock* block : check_.blocks()) {
      if (any_identity) identities(*block);
      if (any_mobile) mobiles(*block);
      names(*block);
    }
    for (ScannedBlock& note : check_.notes) {  // no glance was taken at these
      identities(note);
      mobiles(note);
      names(note);
    }
    if (!check_.facts.applicants_complete) {
      Finding finding;
      finding.rule = "personal-data-in-report";
      finding.variant = "too-many-names";
      finding.severity = Severity::warning;
      check_.add(std::move(finding));
    }
  }

 private:
  void identities(ScannedBlock& block) {
    const std::string& text = block.text();
    each_match(words_.identity, text, [&](const auto& spans) {
      if (!stands_alone(text, spans[0])) return;
      const bool named =
          words_.identity_word.matches(before(text, spans[0].begin, kContext));
      if (!named && !has_valid_check(spans[0].of(text))) return;
      report(block, "identity", spans[0]);
    });
  }

  void mobiles(ScannedBlock& block) {
    const std::string& text = block.text();
    std::optional<Clauses> clauses;
    each_match(words_.mobile, text, [&](const auto& spans) {
      const Span span = spans[0];
      if (!stands_alone(text, span)) return;
      if (!clauses) clauses.emplace(text, words_.clause_end);
      const std::size_t room =
          std::min(kContext, span.begin - clauses->around(span.begin).begin);
      const std::string_view words = before(text, span.begin, room);
      const bool of_person =
          words_.person.matches(words) && !words_.invited.matches(words);
      if (words_.contact.matches(words) && !of_person) return;
      report(block, "mobile", span);
    });
  }

  void sort_names() {
    if (!check_.facts.applicants) return;
    for (const std::string& name : *check_.facts.applicants) {
      lengths_.insert(character_count(name));
      names_.insert(name);
    }
  }

  void names(ScannedBlock& block) {
    if (names_.empty()) return;
    const std::string& text = block.text();
    std::vector<std::size_t> starts;  // of characters
    for (std::size_t at = 0; at < text.size();) {
      starts.push_back(at);
      next_code_point(text, at);
    }
    starts.push_back(text.size());
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
      // The longest name that begins here.
      for (auto n = lengths_.rbegin(); n != lengths_.rend(); ++n) {
        if (i + *n >= starts.size()) continue;
        const Span span{starts[i], starts[i + *n]};
        if (!names_.contains(std::string(span.of(text)))) continue;
        if (!is_meant(text, span, *n)) continue;
        report(block, "name", span);
        i += *n - 1;
        break;
      }
    }
  }

  /// Two characters may be a word, or meet by chance.
  bool is_meant(std::string_view text, Span span, std::size_t n) const {
    for (const std::string& own : own_) {
      const std::size_t reach = own.size();
      const std::string_view around =
          after(text, span.begin - before(text, span.begin, reach).size(),
                2 * reach + span.end - span.begin);
      if (own.find(span.of(text)) != std::string::npos &&
          around.find(own) != std::string::npos) {
        return false;
      }
    }
    if (n > 2) return true;
    if (words_.words.contains(std::string(span.of(text)))) return false;
    return words_.before.matches(before(text, span.begin, kContext)) ||
           words_.after.matches(after(text, span.end, kContext));
  }

  void report(const ScannedBlock& block, const char* variant, Span span) {
    if (block.is_figure(span.begin, span.end)) return;
    if (!check_.wants("personal-data-in-report")) return;
    Finding finding =
        check_.finding("personal-data-in-report", variant, block, span);
    // The place is enough; the number itself need not be said again.
    finding.arguments.clear();
    check_.add(std::move(finding));
  }

  TextCheck& check_;
  const PersonalWords& words_;
  std::vector<std::string> own_;
  std::unordered_set<std::string> names_;
  std::set<std::size_t> lengths_;
};

}  // namespace

void check_personal(TextCheck& check) {
  Personal(check).check_all();
}

}  // namespace gov_report
