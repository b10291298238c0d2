// Last year's open cases against this year's ledger.

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "check/last_year_sets.h"
#include "ledger/record_number.h"

namespace gov_report {
namespace {

/// Numbers longer than this are not compared letter by letter.
constexpr std::size_t kLongestNumber = 64;

/// `text` and `text` without each of its characters in turn. Two texts that
/// differ by one character, or by a swap of neighbours, share one of these.
std::vector<std::string> with_one_left_out(std::string_view text) {
  std::vector<std::string> all = {std::string(text)};
  if (character_count(text) > kLongestNumber) return all;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    next_code_point(text, at);
    all.push_back(std::string(text.substr(0, from)) +
                  std::string(text.substr(at)));
  }
  return all;
}

}  // namespace

CarriedCaseRules::CarriedCaseRules(const LedgerFormat& ledger,
                                   const ReportYear& year,
                                   const std::vector<OpenCase>& cases,
                                   SealedSource source, FindingSink sink)
    : ledger_(ledger),
      rules_(*ledger.carried),
      year_(year),
      cases_(cases),
      source_(std::move(source)),
      sink_(std::move(sink)),
      seen_(cases.size(), false) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    by_id_.emplace(fold_number(cases[i].id), i);
  }
}

void CarriedCaseRules::check(const Record& record, const RecordReader& reader) {
  const Value& id = record.values[rules_.id];
  const bool is_open = holds_all(rules_.at_start, record, year_);
  if (id.kind != Value::Kind::text || (by_id_.empty() && !is_open)) return;
  const std::string folded = fold_number(id.text);
  const auto known = by_id_.find(folded);
  if (known != by_id_.end()) {
    seen_[known->second] = true;
    compare(cases_[known->second], record, reader);
  } else if (is_open) {
    OpenCase own{std::string(id.text), record.values[rules_.date].date, {}, {}};
    if (rules_.value_class) {
      own.value_class = class_id(ledger_, *rules_.value_class, record);
    }
    Place place = reader.place(rules_.id);
    if (is_near_a_case(folded)) {
      strangers_.push_back({std::move(own), std::move(place)});
    } else {
      sink_(about(rules_.unknown, "", own, std::move(place)));
    }
  }
}

/// Whether a listed case may be meant. Says yes of some that are not near, and
/// of none that is.
bool CarriedCaseRules::is_near_a_case(const std::string& id) {
  const std::hash<std::string> hash;
  if (near_.empty()) {
    for (const OpenCase& one : cases_) {
      for (const std::string& text : with_one_left_out(fold_number(one.id))) {
        near_.push_back(hash(text));
      }
    }
    std::ranges::sort(near_);
  }
  return std::ranges::any_of(
      with_one_left_out(id), [&](const std::string& text) {
        return std::ranges::binary_search(near_, hash(text));
      });
}

void CarriedCaseRules::compare(const OpenCase& sealed, const Record& record,
                               const RecordReader& reader) const {
  const auto is_bad = [&](FieldIndex field) {
    return record.values[field].kind == Value::Kind::bad;
  };
  // A date or class that nobody understood has been reported.
  if (is_bad(rules_.date) || is_bad(rules_.closed)) return;
  if (!holds_all(rules_.at_start, record, year_)) {
    report_not_carried(sealed, record, reader);
    return;
  }
  if (!rules_.date_changed.empty() &&
      record.values[rules_.date].date != sealed.date) {
    report_changed(rules_.date_changed, sealed, rules_.date, record, reader);
  }
  if (rules_.value_class && !rules_.class_changed.empty() &&
      !is_bad(*rules_.value_class) &&
      class_id(ledger_, *rules_.value_class, record) != sealed.value_class) {
    report_changed(rules_.class_changed, sealed, *rules_.value_class, record,
                   reader);
  }
}

void CarriedCaseRules::report_not_carried(const OpenCase& sealed,
                                          const Record& record,
                                          const RecordReader& reader) const {
  std::string variant = "left-out";
  FieldIndex field = rules_.id;
  for (const Condition& condition : rules_.at_start) {
    if (holds(condition, record, year_)) continue;
    field = condition.field;
    break;
  }
  if (field == rules_.date) variant = "later";
  if (field == rules_.closed) variant = "closed";
  Finding finding =
      about(rules_.missing, std::move(variant), sealed, reader.place(field));
  const Value& value = record.values[field];
  finding.arguments.push_back({"value1", value.kind == Value::Kind::date
                                             ? iso_text(value.date)
                                             : printable(trimmed(value.text))});
  sink_(std::move(finding));
}

void CarriedCaseRules::report_changed(const std::string& rule,
                                      const OpenCase& sealed, FieldIndex field,
                                      const Record& record,
                                      const RecordReader& reader) const {
  Finding finding = about(rule, "", sealed, reader.place(field));
  const bool is_date = field == rules_.date;
  finding.arguments.push_back(
      {"value1", is_date ? Text(iso_text(sealed.date))
                         : class_label(sealed.value_class)});
  finding.arguments.push_back(
      {"value2", is_date ? Text(iso_text(record.values[field].date))
                         : class_label(class_id(ledger_, field, record))});
  if (!is_date && !rules_.counted_in.empty()) {
    finding.arguments.push_back(
        {"cell_now",
         rules_.counted_in + "." + class_id(ledger_, field, record)});
  }
  sink_(std::move(finding));
}

Finding CarriedCaseRules::about(std::string rule, std::string variant,
                                const OpenCase& sealed, Place place) const {
  Finding finding;
  finding.rule = std::move(rule);
  finding.variant = std::move(variant);
  finding.place = std::move(place);
  if (!rules_.counted_in.empty() && !sealed.value_class.empty()) {
    finding.cell = rules_.counted_in + "." + sealed.value_class;
  }
  const Text label = class_label(sealed.value_class);
  const bool none = sealed.value_class.empty();
  finding.arguments = {
      {"record", printable(sealed.id)},
      {"year", std::to_string(source_.year)},
      {"file", source_.file},
      {"ledger", ledger_.label},
      {"date", iso_text(sealed.date)},
      {"class", none ? Text() : Text("\uff0c" + label.zh, ", " + label.en)}};
  return finding;
}

Text CarriedCaseRules::class_label(const std::string& id) const {
  if (!rules_.value_class) return Text();
  for (const FieldValue& value : ledger_.fields[*rules_.value_class].values) {
    if (value.id == id) return value.label;
  }
  return Text(id);
}

std::vector<const OpenCase*> CarriedCaseRules::pair_strangers() {
  std::unordered_map<std::string, std::vector<std::size_t>> near;
  if (!strangers_.empty()) {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (seen_[i]) continue;
      for (std::string& text : with_one_left_out(fold_number(cases_[i].id))) {
        near[std::move(text)].push_back(i);
      }
    }
  }
  for (Stranger& stranger : strangers_) {
    for (const std::string& text :
         with_one_left_out(fold_number(stranger.own.id))) {
      const auto found = near.find(text);
      if (found == near.end()) continue;
      const auto free = std::ranges::find_if(
          found->second, [&](std::size_t i) { return !seen_[i]; });
      if (free == found->second.end()) continue;
      seen_[*free] = true;
      stranger.meant = *free;
      break;
    }
  }
  std::vector<const OpenCase*> missing;
  for (std::size_t i = 0; i < cases_.size(); ++i) {
    if (!seen_[i]) missing.push_back(&cases_[i]);
  }
  return missing;
}

void CarriedCaseRules::report(const Stranger& stranger) const {
  Finding finding = about(rules_.unknown, "", stranger.own, stranger.place);
  if (stranger.meant) {
    const OpenCase& meant = cases_[*stranger.meant];
    finding.variant = "nearest";
    finding.arguments.push_back({"nearest", printable(meant.id)});
    finding.consequences.push_back(
        about(rules_.missing, "", meant, {source_.file, meant.at, 1, {}, {}}));
  }
  sink_(std::move(finding));
}

void CarriedCaseRules::absorb(CarriedCaseRules& other) {
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    if (other.seen_[i]) seen_[i] = true;
  }
  std::ranges::move(other.strangers_, std::back_inserter(strangers_));
  other.strangers_.clear();
}

CarriedCasesSeen CarriedCaseRules::take_seen() {
  CarriedCasesSeen all;
  for (const auto& [id, index] : by_id_) {
    if (seen_[index]) all.seen.insert(id);
  }
  all.strangers = std::move(strangers_);
  strangers_.clear();
  return all;
}

void CarriedCaseRules::add_seen(CarriedCasesSeen other) {
  for (const std::string& id : other.seen) {
    const auto known = by_id_.find(id);
    if (known != by_id_.end()) seen_[known->second] = true;
  }
  std::ranges::move(other.strangers, std::back_inserter(strangers_));
}

void CarriedCaseRules::finish(bool whole, Coverage& coverage) {
  // In the order of the ledger, whichever thread found them.
  std::ranges::stable_sort(strangers_, {}, [](const Stranger& one) {
    return std::tie(one.place.file, one.place.at);
  });
  for (const std::string& rule :
       {rules_.unknown, rules_.class_changed, rules_.date_changed}) {
    if (!rule.empty()) coverage.ran(rule);
  }
  if (whole) {
    coverage.ran(rules_.missing);
    for (const OpenCase* one : pair_strangers()) {
      sink_(
          about(rules_.missing, "", *one, {source_.file, one->at, 1, {}, {}}));
    }
  } else {
    coverage.not_run(rules_.missing, {"faulty-rows", {}});
  }
  for (const Stranger& stranger : strangers_) report(stranger);
  strangers_.clear();
}

}  // namespace gov_report
