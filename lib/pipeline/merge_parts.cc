#include "pipeline/merge_parts.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "ledger/unique_values.h"
#include "pipeline/ledger_scan.h"
#include "pipeline/part_file.h"
#include "pipeline/tally_part.h"
#include "pipeline/year_inputs.h"
#include "source/ledger_file.h"
#include "source/xlsx_values.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

using Paths = std::vector<fs::path>;

std::uint64_t row_hash(const std::string& group, std::string_view key) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
  return (std::hash<std::string_view>()(key) +
          std::hash<std::string>()(group) * 31) *
         kMix;
}

void report_difference(const std::string& name, const std::string& value,
                       const std::string& expected, const std::string& file,
                       const std::string& other, const FindingSink& sink) {
  Finding finding;
  finding.rule = "parts-differ";
  finding.variant = other.empty() ? "workspace" : "";
  finding.place.file = file;
  finding.arguments = {{"file", printable(file)},
                       {"other", printable(other)},
                       {"setting", printable(name)},
                       {"left_value", printable(value)},
                       {"right_value", printable(expected)}};
  sink(std::move(finding));
}

/// What differs first; true if nothing does.
bool agree(const Part& part, const std::map<std::string, std::string>& setting,
           const std::string& file, const std::string& other,
           const FindingSink& sink) {
  const auto value_in = [](const auto& all, const std::string& name) {
    const auto found = all.find(name);
    return found == all.end() ? std::string() : found->second;
  };
  // What everything else depends on comes first.
  std::vector<std::string> names = {kPartProgram, kPartYear, kPartForm,
                                    kPartAgency, kPartAsOf};
  for (const auto* all : {&part.setting, &setting}) {
    for (const auto& [name, value] : *all) names.push_back(name);
  }
  for (const std::string& name : names) {
    const std::string own = value_in(part.setting, name);
    const std::string theirs = value_in(setting, name);
    if (own == theirs) continue;
    report_difference(name, own, theirs, file, other, sink);
    return false;
  }
  return true;
}

/// Reads all parts and puts them together; every part is looked at, so that
/// all that are damaged are named.
std::optional<Part> read_parts(Paths paths, const RuleCatalogue& rules,
                               bool rows, const PartRowSinks& sinks,
                               const FindingSink& sink) {
  std::ranges::sort(paths);
  std::optional<Part> all;
  std::string first;
  bool good = true;
  for (const fs::path& path : paths) {
    auto part = read_part(path, path.string(), rows, sinks, sink);
    good = good && part;
    if (!part) continue;
    if (!all) {
      all = std::move(part);
      first = path.string();
    } else if (!agree(*part, all->setting, path.string(), first, sink)) {
      good = false;
    } else {
      absorb(*all, std::move(*part), rules);
    }
  }
  if (!good || !all || !each_file_once(all->files, sink)) return std::nullopt;
  normalise(*all);
  return all;
}

/// A row whose value came more than once.
struct RepeatedRow {
  std::size_t file = 0;  // in Part::files
  std::uint64_t line = 0;
  std::string group;
  Place place;
  std::string value;
  std::string key;
  std::string name;
  std::string record;
};

/// The rule that repeated rows of a group break, and its words; nullopt if the
/// ledger has no such group.
std::optional<Finding> finding_of(const LedgerFormat& ledger,
                                  const RepeatedRow& row,
                                  const std::string& first, Date as_of) {
  for (std::size_t f = 0; f < ledger.fields.size(); ++f) {
    const FieldFormat& field = ledger.fields[f];
    const auto index = static_cast<FieldIndex>(f);
    if (field.unique.empty() || group_of_field(ledger, index) != row.group) {
      continue;
    }
    Finding finding;
    finding.rule = field.unique;
    finding.arguments = {
        {"field", field.heading}, {"value", row.value}, {"first", first}};
    return finding;
  }
  for (const RowRule& rule : ledger.rules) {
    if (group_of_rule(ledger, rule) != row.group) continue;
    if (rule.kind != RowRule::Kind::distinct) break;
    return repeated_row(ledger, rule, row.value, first, as_of);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Part> merged_part(const Paths& paths, const RuleCatalogue& rules,
                                const FindingSink& sink) {
  return read_parts(paths, rules, true, {}, sink);
}

std::optional<MergedParts> MergedParts::read_all(const Paths& paths,
                                                 const RuleCatalogue& rules,
                                                 const FindingSink& sink) {
  std::map<std::string, UniqueValues> unique;
  PartRowSinks sinks;
  sinks.value = [&](const PartFile& file, const std::string& group,
                    const PartRow& row) {
    const std::uint64_t hash = row_hash(group, row.key);
    unique[file.ledger].enter({&hash, 1});
  };
  auto part = read_parts(paths, rules, false, sinks, sink);
  if (!part) return std::nullopt;
  MergedParts merged;
  merged.paths_ = paths;
  merged.part_ = std::move(*part);
  for (auto& [ledger, values] : unique) {
    merged.repeated_[ledger] = values.repeated();
  }
  return merged;
}

bool MergedParts::complete(YearRequest& request, const DataFiles& data,
                           const RuleCatalogue& rules,
                           const std::string& program,
                           const FindingSink& sink) {
  auto& setting = part_.setting;
  workspace_ = request.workspace;
  const std::string& year = setting[kPartYear];
  std::from_chars(year.data(), year.data() + year.size(), request.year);
  request.form = setting[kPartForm];
  request.limit = limit_of(part_);
  request.as_of = parse_date(setting[kPartAsOf]);
  request.no_waivers = setting[kPartWaivers].empty();
  request.parts = this;
  const auto said = encodings();
  if (said.size() == 1) request.encoding = encoding_of_name(*said.begin());
  const FindingSink ignore = [](const Finding&) {};  // the check reports it
  auto config = read_config(request.workspace, ignore);
  auto schema = load_schema(data, request.year, request.form, rules, ignore);
  if (!config || !schema) return true;
  Year here;
  here.schema = std::move(*schema);
  here.config = std::move(*config);
  here.horizon = horizon_of(request);
  return agree(part_, part_setting(request, here, data, program),
               paths_.front().string(), "", sink);
}

LedgerFiles MergedParts::files(const std::vector<LedgerFormat>& ledgers) const {
  LedgerFiles all(ledgers.size());
  for (const PartFile& file : part_.files) {
    const auto ledger =
        std::ranges::find(ledgers, file.ledger, &LedgerFormat::id);
    if (ledger == ledgers.end()) continue;
    all[static_cast<std::size_t>(ledger - ledgers.begin())].push_back(
        {workspace_ / file.whole_name(), file.name, file.sheet});
  }
  return all;
}

/// That files were said to be in; "" for those where it was found out.
std::set<std::string> MergedParts::encodings() const {
  std::set<std::string> all;
  for (const PartFile& file : part_.files) {
    if (is_csv(file.whole_name())) all.insert(file.encoding);
  }
  return all;
}

bool MergedParts::files_at_hand() const {
  if (encodings().size() > 1) return false;
  return std::ranges::all_of(part_.files, [&](const PartFile& file) {
    std::error_code none;
    const auto size = fs::file_size(workspace_ / file.whole_name(), none);
    return !none && size == file.bytes;
  });
}

void MergedParts::add_carried(CarriedCaseSums& sums) const {
  for (const auto& [id, ledger] : part_.ledgers) sums.add(id, ledger.carried);
}

LedgerResult MergedParts::read(LedgerIndex index, const LedgerPass& pass) {
  const LedgerFormat& format = pass.schema.ledgers[index];
  LedgerScan scan(index, pass);
  bool complete = true;
  bool faulty = false;
  std::vector<bool> columns(format.fields.size(), true);
  std::vector<bool> some_columns(format.fields.size(), false);
  std::uint64_t rejected = 0;
  for (const PartFile& file : part_.files) {
    if (file.ledger != format.id) continue;
    pass.coverage.absorb(file.coverage);
    complete = complete && file.complete;
    faulty = faulty || file.faulty;
    rejected += file.coverage.rows_rejected;
    for (std::size_t f = 0; f < columns.size() && file.has_columns; ++f) {
      const bool has = file.fields.contains(format.fields[f].id);
      columns[f] = columns[f] && has;
      some_columns[f] = some_columns[f] || has;
    }
  }
  for (const int year : part_.calendars_missing) {
    pass.calendar.add_missing(year);
  }
  if (pass.names != nullptr && part_.names) {
    pass.names->add(*part_.names, part_.names_complete);
  }
  PartLedger& ledger = part_.ledgers[format.id];
  scan.tally().add_sums(ledger.sums);
  faulty = find_repeated(index, pass) || faulty || rejected > 0;
  scan.sets().add(std::move(ledger.cases), std::move(ledger.documents));
  scan.finish_sets(complete && rejected == 0);
  if (auto& tariff = scan.tariff()) {
    tariff->add_charges(std::move(ledger.charges));
    if (tariff->must_count()) count_applications(format.id, *tariff);
    tariff->finish(pass.sink);
  }
  return {scan.tally(), complete, faulty, std::move(columns),
          std::move(some_columns)};
}

/// Reads the parts once more, for the values that may have come twice.
bool MergedParts::find_repeated(LedgerIndex index, const LedgerPass& pass) {
  const LedgerFormat& ledger = pass.schema.ledgers[index];
  const std::unordered_set<std::uint64_t> hashes(repeated_[ledger.id].begin(),
                                                 repeated_[ledger.id].end());
  if (hashes.empty()) return false;
  std::map<std::string, std::size_t> number_of;
  for (std::size_t i = 0; i < part_.files.size(); ++i) {
    if (part_.files[i].ledger == ledger.id) {
      number_of.emplace(part_.files[i].name, i);
    }
  }
  std::vector<RepeatedRow> rows;
  PartRowSinks sinks;
  sinks.value = [&](const PartFile& file, const std::string& group,
                    const PartRow& row) {
    if (file.ledger != ledger.id) return;
    if (!hashes.contains(row_hash(group, row.key))) return;
    RepeatedRow& one = rows.emplace_back();
    one.file = number_of[file.name];
    one.line = row.line;
    one.group = group;
    one.place = row.place;
    one.place.file = file.name;
    if (is_workbook(file.whole_name())) {
      one.place.address = column_letters(row.place.at.column) +
                          std::to_string(row.place.at.line);
    }
    one.value = row.value;
    one.key = row.key;
    one.name = row.name;
    one.record = row.record;
  };
  for (const fs::path& path : paths_) {
    read_part(path, path.string(), false, sinks, pass.sink);
  }
  std::ranges::sort(rows, {}, [](const RepeatedRow& row) {
    return std::tie(row.file, row.line, row.group);
  });
  bool any = false;
  std::unordered_map<std::string, std::string> firsts;
  for (const RepeatedRow& row : rows) {
    const auto [first, is_new] =
        firsts.try_emplace(row.group + "\n" + row.key,
                           row.place.file + ":" + std::to_string(row.line));
    if (is_new) continue;
    auto finding = finding_of(ledger, row, first->second, pass.as_of);
    if (!finding) continue;
    finding->place = row.place;
    finding->arguments.push_back({"record", row.name});
    finding->record = row.record;
    any = any || is_error(*finding, pass);
    pass.sink(std::move(*finding));
  }
  return any;
}

/// Reads the parts once more, for the tariff alone.
void MergedParts::count_applications(const std::string& ledger,
                                     TariffRules& tariff) {
  PartRowSinks sinks;
  sinks.application = [&](const PartFile& file,
                          const CountedApplication& application) {
    if (file.ledger == ledger) tariff.count(application);
  };
  for (const fs::path& path : paths_) {
    read_part(path, path.string(), false, sinks, [](const Finding&) {});
  }
}

}  // namespace gov_report
