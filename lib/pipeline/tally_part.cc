#include "pipeline/tally_part.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "base/listing.h"
#include "base/sha256.h"
#include "base/text.h"
#include "ledger/unique_values.h"
#include "pipeline/carry_over.h"
#include "pipeline/ledger_files.h"
#include "pipeline/ledger_scan.h"
#include "pipeline/part_rows.h"
#include "pipeline/waivers.h"
#include "pipeline/year_inputs.h"
#include "source/ledger_file.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

/// Of the files that exist; "-" for one that does not.
std::string hash_of(const fs::path& path) {
  return fs::is_regular_file(path) ? sha256_hex_of_file(path) : "-";
}

std::string hash_of_law(const DataFiles& data) {
  std::string all;
  for (const char* folder :
       {"schemas", "schemas/calendars", "schemas/crosswalks", "schemas/ledgers",
        "schemas/reports"}) {
    for (const std::string& path : data.list(folder)) {
      if (!path.ends_with(".yaml")) continue;
      all += path + " " + sha256_hex(data.read(path).value_or("")) + "\n";
    }
  }
  return sha256_hex(all);
}

Finding finding_of(std::string rule, std::string variant, std::string file,
                   std::vector<Argument> arguments) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.variant = std::move(variant);
  finding.arguments = std::move(arguments);
  finding.arguments.push_back({"file", printable(file)});
  return finding;
}

/// A file of a ledger as it was asked for.
struct TallyFile {
  LedgerIndex ledger;
  InputFile file;
  std::uint64_t entry = 0;  ///< in gov-report.yaml, from 1; 0: none
};

class PartTally {
 public:
  PartTally(const TallyRequest& request, const DataFiles& data,
            const RuleCatalogue& rules, Year& year, RunWaivers& waivers)
      : request_(request),
        data_(data),
        rules_(rules),
        year_(year),
        waivers_(waivers),
        bounds_(make_report_year(request.year.year, year.config.agency)) {}

  /// All sheets of it that hold records.
  Part tally(const TallyFile& typed) {
    FindingList chosen;
    const LedgerFormat& format = year_.schema.ledgers[typed.ledger];
    const auto files = files_to_read(format, typed.file, chosen.sink());
    std::optional<Part> part;
    for (std::size_t i = 0; i < files.size(); ++i) {
      Part one = tally_sheet(typed, files[i], i);
      if (part) {
        absorb(*part, std::move(one), rules_);
      } else {
        part = std::move(one);
        // Which sheets are read is said before waivers are known.
        std::ranges::move(chosen.all(),
                          std::back_inserter(part->findings.of_figures));
        normalise(*part);
      }
    }
    return std::move(*part);
  }

  void set(std::map<std::string, std::string> setting) {
    setting_ = std::move(setting);
  }

 private:
  Part tally_sheet(const TallyFile& typed, const InputFile& file,
                   std::size_t sheet) {
    Part part;
    part.setting = setting_;
    const LedgerIndex ledger = typed.ledger;
    const LedgerFormat& format = year_.schema.ledgers[ledger];
    PartFile& entry = part.files.emplace_back();
    entry.name = file.name;
    entry.sheet = file.sheet;
    entry.ledger = format.id;
    entry.order = {ledger, typed.entry, sheet};
    const auto& encoding = request_.year.encoding;
    if (encoding && is_csv(file.path)) {
      entry.encoding = encoding_name(*encoding);
    }
    entry.sha256 = sha256_hex_of_file(file.path);
    entry.bytes = fs::file_size(file.path);
    std::optional<ApplicantNames> names;
    if (ledger == year_.schema.texts.personal.ledger) {
      names.emplace(names_in_texts(request_.year, year_));
    }
    FindingCollector collector(rules_, request_.year.limit);
    CarriedCaseSums carried(year_.schema);
    const FindingSink keep = [&](Finding finding) {
      carried.see(finding);
      collector.add(std::move(finding));
    };
    const FindingSink sink = [&](Finding finding) {
      waivers_.pass(std::move(finding), keep);
    };
    Calendar calendar(data_, sink);
    PartRows rows;
    const YearRequest& request = request_.year;
    const LedgerPass pass{year_.schema,
                          rules_,
                          bounds_,
                          request.as_of.value_or(default_as_of(request.year)),
                          year_.horizon,
                          calendar,
                          entry.coverage,
                          sink,
                          year_.last ? &*year_.last : nullptr,
                          nullptr,
                          names ? &*names : nullptr,
                          request.threads(),
                          request.progress,
                          request.encoding,
                          &rows};
    LedgerScan scan(ledger, pass);
    read(ledger, file, pass, scan, entry);
    PartLedger& sums = part.ledgers[format.id];
    sums.sums = scan.tally().named_sums();
    scan.sets().take(sums.cases, sums.documents);
    if (scan.tariff()) sums.charges = scan.tariff()->take_charges();
    sums.carried = carried.changes(format.id);
    entry.values = rows.take_values();
    entry.applications = rows.take_applications();
    part.calendars_missing = calendar.missing();
    if (names) {
      const auto found = names->names();
      part.names.emplace(found.begin(), found.end());
      part.names_complete = names->complete();
    }
    part.findings = collector.pause();
    part.waived = waivers_.take_seen();
    normalise(part);
    return part;
  }

  static void read(LedgerIndex ledger, const InputFile& file,
                   const LedgerPass& pass, LedgerScan& scan, PartFile& entry) {
    const LedgerFormat& format = pass.schema.ledgers[ledger];
    // The rows that are kept find what comes twice; this one does not look.
    UniqueValues unique;
    const FileResult result =
        read_ledger_file(ledger, file, pass, unique, scan);
    pass.coverage.rows_rejected += result.rows_rejected;
    entry.complete = result.complete;
    entry.faulty = scan.faulty();
    entry.has_columns = !result.has_column.empty();
    for (std::size_t f = 0; f < result.has_column.size(); ++f) {
      if (result.has_column[f]) entry.fields.insert(format.fields[f].id);
    }
  }

  const TallyRequest& request_;
  const DataFiles& data_;
  const RuleCatalogue& rules_;
  Year& year_;
  RunWaivers& waivers_;
  ReportYear bounds_;
  std::map<std::string, std::string> setting_;
};

/// As messages name it: relative to the workspace where it is in there.
std::string name_in(const fs::path& workspace, const fs::path& file) {
  std::error_code none;
  const fs::path relative =
      fs::relative(fs::absolute(file), fs::absolute(workspace), none);
  const bool inside =
      !none && !relative.empty() && *relative.begin() != fs::path("..");
  return (inside ? relative : file.lexically_normal()).generic_string();
}

/// A file as it was typed, with "#" and a sheet or without.
InputFile typed_file(const fs::path& workspace, const fs::path& typed) {
  const std::string text = typed.string();
  const std::size_t mark = text.rfind('#');
  if (mark == std::string::npos || fs::exists(typed)) {
    return {typed, name_in(workspace, typed)};
  }
  const fs::path path = text.substr(0, mark);
  const std::string sheet = text.substr(mark + 1);
  return {path, name_in(workspace, path) + "#" + sheet, sheet};
}

/// The entries of gov-report.yaml that name a file.
std::vector<TallyFile> entries_of(const Year& year, const Workspace& workspace,
                                  const InputFile& typed) {
  std::vector<TallyFile> entries;
  for (std::size_t i = 0; i < year.config.ledgers.size(); ++i) {
    const LedgerLocation& location = year.config.ledgers[i];
    InputFile file = workspace.at(location.location);
    std::error_code none;
    if (!fs::equivalent(file.path, typed.path, none) ||
        (!typed.sheet.empty() && typed.sheet != file.sheet)) {
      continue;
    }
    for (std::size_t l = 0; l < year.schema.ledgers.size(); ++l) {
      if (year.schema.ledgers[l].id != location.ledger) continue;
      entries.push_back({static_cast<LedgerIndex>(l), file, i + 1});
    }
  }
  return entries;
}

/// The ledger of a file; nullopt after a finding.
std::optional<LedgerIndex> ledger_of(const Schema& schema,
                                     const std::string& asked,
                                     const fs::path& file,
                                     const FindingSink& sink) {
  const std::string name = asked.empty() ? file.stem().string() : asked;
  std::vector<Text> known;
  for (std::size_t i = 0; i < schema.ledgers.size(); ++i) {
    const std::string& id = schema.ledgers[i].id;
    if (id == name) return static_cast<LedgerIndex>(i);
    known.emplace_back(id);
  }
  sink(finding_of("ledger-not-named", asked.empty() ? "" : "unknown",
                  asked.empty() ? file.string() : asked,
                  {{"allowed", listed(known)}}));
  return std::nullopt;
}

/// What is read from the files asked for; nullopt after findings.
std::optional<std::vector<TallyFile>> files_asked_for(
    const TallyRequest& request, const Year& year, const FindingSink& sink) {
  const Workspace workspace(request.year.workspace);
  std::vector<TallyFile> files;
  bool good = true;
  for (const fs::path& path : request.files) {
    InputFile file = typed_file(workspace.root(), path);
    auto entries = entries_of(year, workspace, file);
    if (!request.ledger.empty()) {
      std::erase_if(entries, [&](const TallyFile& entry) {
        return year.schema.ledgers[entry.ledger].id != request.ledger;
      });
    }
    const bool is_there = fs::is_regular_file(file.path);
    if (!is_there) sink(finding_of("file-missing", "", path.string(), {}));
    good = good && is_there;
    if (entries.empty()) {
      const auto ledger =
          ledger_of(year.schema, request.ledger, file.path, sink);
      good = good && ledger;
      if (ledger) entries.push_back({*ledger, std::move(file), 0});
    }
    std::ranges::move(entries, std::back_inserter(files));
  }
  if (!good) return std::nullopt;
  return files;
}

}  // namespace

std::map<std::string, std::string> part_setting(const YearRequest& request,
                                                const Year& year,
                                                const DataFiles& data,
                                                const std::string& program) {
  const Workspace workspace(request.workspace);
  std::map<std::string, std::string> setting = {
      {kPartProgram, program},
      {kPartYear, std::to_string(request.year)},
      {kPartForm, year.schema.report.id},
      {kPartAgency, year.config.agency},
      {kPartAsOf, request.as_of ? iso_text(*request.as_of) : ""},
      {kPartHorizon, iso_text(year.horizon)},
      {kPartLimit, std::to_string(request.limit)},
      {kPartWaivers,
       request.no_waivers ? "" : hash_of(workspace.waivers().path)},
      {"schemas", hash_of_law(data)},
      {std::string(kConfigName), hash_of(request.workspace / kConfigName)}};
  const InputFile sealed = workspace.sealed(request.year - 1);
  setting[sealed.name] = hash_of(sealed.path);
  // Which names of applicants a part keeps depends on the texts.
  for (const SectionFormat& section : year.schema.report.sections) {
    const InputFile text = workspace.narrative(request.year, section.id);
    setting[text.name] = hash_of(text.path);
  }
  return setting;
}

bool each_file_once(const std::vector<PartFile>& files,
                    const FindingSink& sink) {
  using Key = std::pair<std::string, std::string>;  // ledger, name or hash
  std::map<Key, std::string> by_hash;
  std::set<Key> names;
  bool good = true;
  for (const PartFile& file : files) {
    const auto twice = [&](std::string variant, const std::string& other) {
      sink(finding_of("file-in-two-parts", std::move(variant), file.name,
                      {{"other", printable(other)}}));
      good = false;
    };
    if (!names.insert({file.ledger, file.name}).second) {
      twice("", file.name);
      continue;
    }
    // Ledgers in which nobody has written yet are alike.
    const bool is_empty =
        file.coverage.records_checked == 0 && file.coverage.rows_rejected == 0;
    if (is_empty) continue;
    const std::string name = file.whole_name();
    const auto [other, is_new] =
        by_hash.try_emplace({file.ledger, file.sha256}, name);
    if (!is_new && other->second != name) twice("same-bytes", other->second);
  }
  return good;
}

std::optional<Part> tally_part(const TallyRequest& request,
                               const DataFiles& data,
                               const RuleCatalogue& rules,
                               const FindingSink& sink) {
  auto config = read_config(request.year.workspace, sink);
  auto schema =
      load_schema(data, request.year.year, request.year.form, rules, sink);
  if (!config || !schema) return std::nullopt;
  Year year;
  year.schema = std::move(*schema);
  year.config = std::move(*config);
  year.horizon = horizon_of(request.year);
  // `merge` reports on these; here they only shape what is counted.
  const FindingSink ignore = [](const Finding&) {};
  year.encoding = request.year.encoding;
  load_last_year(request.year, data, rules, year, ignore);
  RunWaivers waivers(request.year, rules);
  waivers.read(year, ignore);
  PartTally tally(request, data, rules, year, waivers);
  tally.set(part_setting(request.year, year, data, request.program));
  const auto files = files_asked_for(request, year, sink);
  if (!files) return std::nullopt;
  std::optional<Part> part;
  for (const TallyFile& file : *files) {
    Part one = tally.tally(file);
    if (part) {
      absorb(*part, std::move(one), rules);
    } else {
      part = std::move(one);
    }
  }
  if (!part || !each_file_once(part->files, sink)) return std::nullopt;
  return part;
}

}  // namespace gov_report
