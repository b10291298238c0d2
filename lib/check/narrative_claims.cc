// Statements about figures of one year, and what is not said.

#include "check/narrative_claims.h"

#include <algorithm>

#include "check/table_rules.h"

namespace gov_report {
namespace {

using Kind = Claim::Kind;

Text difference_text(Decimal written, Decimal value) {
  const bool more = written > value;
  const std::string by = (more ? written - value : value - written).text();
  return Text((more ? "+" : "-") + by);
}

bool compares(const ParsedComparison& comparison, Decimal left, Decimal right) {
  if (comparison.op == "=") return left == right;
  if (comparison.op == "<=") return left <= right;
  if (comparison.op == ">=") return left >= right;
  return comparison.op == "<" ? left < right : left > right;
}

}  // namespace

ClaimRules::ClaimRules(const ClaimFormat& format, const Table& table,
                       const SealedReport* last, Coverage& coverage,
                       const FindingSink& sink, SuspectedFigures* suspected)
    : format_(format),
      table_(table),
      last_(last),
      coverage_(coverage),
      sink_(sink),
      suspected_(suspected) {}

std::optional<Decimal> ClaimRules::value(const ClaimSum& sum,
                                         bool last_year) const {
  Decimal total;
  for (const std::string& id : sum.terms) {
    const auto number = !last_year         ? table_.number(id)
                        : last_ == nullptr ? std::nullopt
                                           : last_->number(id);
    if (!number) return std::nullopt;
    total += *number;
  }
  return total;
}

Text ClaimRules::label(const std::string& id, bool last_year) const {
  const auto index = table_.format->cell(id);
  Text text = index ? cell_label(table_.format->cells[*index]) : Text(id);
  if (last_year) {
    const std::string year = std::to_string(table_.year - 1) + " ";
    text = Text(year + text.zh, year + text.en);
  }
  return text;
}

FigureText ClaimRules::figure(const ClaimSum& sum, bool last_year) const {
  constexpr std::size_t kLong = 3;
  FigureText figure;
  std::size_t shown = 0;
  for (const std::string& id : sum.terms) {
    const Decimal number = value(ClaimSum{{id}}, last_year).value();
    figure.value += number;
    // Parts that are 0 are left out of long sums.
    if (sum.terms.size() >= kLong && number == Decimal()) continue;
    const Text name = label(id, last_year);
    const std::string plus = shown++ == 0 ? "" : " + ";
    figure.written_out.zh += plus + name.zh + " " + number.text();
    figure.written_out.en += plus + name.en + " " + number.text();
  }
  if (shown == 0) figure.written_out = Text("0");
  if (shown > 1) {
    figure.written_out.zh += " = " + figure.value.text();
    figure.written_out.en += " = " + figure.value.text();
  }
  if (sum.terms.size() == 1) {
    figure.placeholder =
        "{{" + std::string(last_year ? "last." : "") + sum.terms[0] + "}}";
  }
  return figure;
}

Finding ClaimRules::finding(const FoundClaim& claim,
                            std::string variant) const {
  Finding finding;
  finding.rule = claim.claim->rule;
  finding.variant = std::move(variant);
  finding.severity = claim.claim->severity;
  finding.place = claim.place;
  if (!claim.figures.sums.empty() && !claim.figures.last_year) {
    finding.cell = claim.figures.sums.front().terms.front();
  }
  const Claim& named =
      claim.base_claim != nullptr ? *claim.base_claim : *claim.claim;
  const Text what = claim.what.empty() ? named.what : Text(claim.what);
  finding.arguments = {{"what", what}, {"written", claim.written}};
  return finding;
}

void ClaimRules::check(const SectionClaims& section) {
  bases_.clear();
  for (const FoundClaim& claim : section.claims) check(claim);
  for (const FoundParts& parts : section.parts) check(parts);
  for (const LooseNumber& loose : section.loose) {
    coverage_.claims_not_verified.push_back({loose.place, loose.clause});
  }
}

void ClaimRules::check(const FoundClaim& claim) {
  const Kind kind = claim.claim->kind;
  if (kind == Kind::part || kind == Kind::named) return;
  if (compare(claim)) {
    ++coverage_.claims_checked;
    looked_at_.insert(claim.claim->rule);
    return;
  }
  unknown_.insert(claim.claim->rule);
  const bool written = claim.number && claim.number->cell.empty();
  if (written) {
    coverage_.claims_not_verified.push_back({claim.place, claim.clause});
  }
}

bool ClaimRules::compare(const FoundClaim& claim) {
  switch (claim.claim->kind) {
    case Kind::part:
    case Kind::named:
      break;
    case Kind::count:
      return check_count(claim);
    case Kind::none:
      return check_none(claim);
    case Kind::missing:
      return check_missing(claim);
    case Kind::share:
      return check_share(claim);
    case Kind::points:
      return is_incomparable(claim) || check_points(claim);
    case Kind::growth:
    case Kind::flat:
    case Kind::trend:
      return is_incomparable(claim) || check_growth(claim);
    case Kind::change:
    case Kind::last_year:
      return is_incomparable(claim) || check_change(claim);
  }
  return false;
}

bool ClaimRules::check_count(const FoundClaim& claim) {
  const ClaimSum* meant = nullptr;
  std::set<std::size_t> fits;
  for (std::size_t i = 0; i < claim.figures.sums.size(); ++i) {
    const ClaimSum& sum = claim.figures.sums[i];
    const auto number = value(sum, claim.figures.last_year);
    if (!number) continue;
    if (meant == nullptr) meant = &sum;
    if (claim.number->range.holds(*number)) fits.insert(i);
  }
  if (meant == nullptr) return false;
  if (fits.empty()) {
    report_count(claim, *meant);
  } else if (claim.claim->one_base && !compare_bases(claim, fits)) {
    Finding one = finding(claim, "claim-bases");
    one.arguments.push_back(
        {"sum", figure(*meant, claim.figures.last_year).written_out});
    sink_(std::move(one));
  }
  return true;
}

/// Whether this number and those before it in the sentence can be of one base.
bool ClaimRules::compare_bases(const FoundClaim& claim,
                               const std::set<std::size_t>& fits) {
  const auto [known, first] = bases_.emplace(claim.sentence, fits);
  if (first) return true;
  std::erase_if(known->second,
                [&](std::size_t i) { return !fits.contains(i); });
  return !known->second.empty();
}

void ClaimRules::report_count(const FoundClaim& claim, const ClaimSum& sum) {
  const FigureText shown = figure(sum, claim.figures.last_year);
  const Numeral& number = *claim.number;
  const bool placeholder = !number.cell.empty();
  Finding one = finding(claim, placeholder                 ? "claim-placeholder"
                               : shown.placeholder.empty() ? "claim-differs-sum"
                                                           : "claim-differs");
  // A wording such as 约 leaves room for a mistake of ours.
  const Severity rule = claim.claim->severity.value_or(Severity::error);
  if (!number.exact && rule == Severity::error) {
    one.severity = Severity::warning;
  }
  one.arguments.insert(
      one.arguments.end(),
      {{"value", shown.value.text()},
       {"unit", number.unit},
       {"sum", shown.written_out},
       {"difference", difference_text(number.value, shown.value)},
       {"placeholder",
        shown.placeholder.empty() ? sum.terms.front() : shown.placeholder}});
  if (placeholder) {
    one.arguments[1].value = Text("{{" + number.cell + "}}");
    one.arguments.push_back({"number", number.value.text()});
  }
  const auto fits = [&](Decimal other) { return number.range.holds(other); };
  const bool due_to_figure = !claim.figures.last_year &&
                             suspected_ != nullptr &&
                             suspected_->take(sum, shown.value, fits, one);
  if (!due_to_figure) sink_(std::move(one));
}

bool ClaimRules::check_none(const FoundClaim& claim) {
  for (const ClaimSum& sum : claim.figures.sums) {
    const auto number = value(sum, claim.figures.last_year);
    if (!number) continue;
    if (*number == Decimal()) return true;
    const FigureText shown = figure(sum, claim.figures.last_year);
    Finding one = finding(claim, "claim-none");
    one.arguments.push_back({"value", shown.value.text()});
    one.arguments.push_back({"sum", shown.written_out});
    sink_(std::move(one));
    return true;
  }
  return false;
}

bool ClaimRules::check_missing(const FoundClaim& claim) {
  const ClaimSum& sum = claim.figures.sums.front();
  if (!value(sum, claim.figures.last_year)) return false;
  const FigureText shown = figure(sum, claim.figures.last_year);
  Finding one = finding(claim, "claim-missing");
  one.arguments.push_back({"value", shown.value.text()});
  one.arguments.push_back({"sum", shown.written_out});
  one.arguments.push_back({"placeholder", shown.placeholder.empty()
                                              ? sum.terms.front()
                                              : shown.placeholder});
  sink_(std::move(one));
  return true;
}

void ClaimRules::check(const FoundParts& parts) {
  if (parts.complete) {
    coverage_.claims_checked += parts.parts.size();
  }
  looked_at_.insert(format_.parts_rule);
  Decimal sum;
  std::string written;
  for (const Numeral& part : parts.parts) {
    sum += part.value;
    written += (written.empty() ? "" : " + ") + part.value.text();
  }
  const Decimal whole = parts.whole.value;
  if (sum == whole || (!parts.complete && sum < whole)) return;
  Finding one;
  one.rule = format_.parts_rule;
  one.variant = "claim-parts";
  if (!parts.channels) one.severity = Severity::warning;
  one.place = parts.place;
  one.arguments = {{"whole", parts.written},
                   {"sum", written + " = " + sum.text()},
                   {"value", sum.text()},
                   {"difference", difference_text(sum, whole)}};
  sink_(std::move(one));
}

std::optional<Decimal> ClaimRules::value(const ParsedComparison& comparison,
                                         bool left) const {
  Decimal total;
  for (const ParsedTerm& term : left ? comparison.left : comparison.right) {
    const auto number = term.name.empty() ? std::optional<Decimal>(1)
                                          : table_.number(term.name);
    if (!number) return std::nullopt;
    total += term.factor * *number;
  }
  return total;
}

void ClaimRules::check_mentions(const std::string& section,
                                const std::string& text,
                                const std::string& file) {
  bool reported = false;
  for (const Mention& mention : format_.mentions) {
    if (mention.section != section) continue;
    if (mention.condition) {
      const auto left = value(*mention.condition, true);
      const auto right = value(*mention.condition, false);
      if (!left || !right) {
        coverage_.not_run(mention.rule, {"no-figures", {}});
        continue;
      }
      coverage_.ran(mention.rule);
      if (!compares(*mention.condition, *left, *right)) continue;
    }
    coverage_.ran(mention.rule);
    if (reported || mention.find.find(text)) continue;
    reported = true;
    Finding one;
    one.rule = mention.rule;
    one.place.file = file;
    sink_(std::move(one));
  }
}

void ClaimRules::finish(bool any_text) {
  std::set<std::string> rules = {format_.parts_rule};
  for (const Claim& claim : format_.claims) rules.insert(claim.rule);
  for (const Incomparable& entry : format_.incomparable) {
    rules.insert(entry.rule);
  }
  for (const std::string& rule : rules) {
    const bool blind = unknown_.contains(rule) && !looked_at_.contains(rule);
    const bool growth =
        std::ranges::any_of(format_.claims, [&](const Claim& claim) {
          return claim.rule == rule && claim.kind == Kind::growth;
        });
    if (!any_text) {
      coverage_.not_run(rule, {"no-narrative", {}});
    } else if (growth && last_ == nullptr) {
      coverage_.not_run(
          rule, {"no-last-year", {{"year", std::to_string(table_.year - 1)}}});
    } else if (blind) {
      coverage_.not_run(rule, {"no-figures", {}});
    } else {
      coverage_.ran(rule);
    }
  }
}

}  // namespace gov_report
