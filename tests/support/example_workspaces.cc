#include "support/example_workspaces.h"

#include <array>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "base/byte_stream.h"
#include "base/temporary_folder.h"
#include "paths.h"
#include "pipeline/close.h"
#include "support/ledger_generator.h"
#include "support/record_stories.h"

namespace gov_report::test {

namespace {

constexpr const char* kFormat = "cn-2021";

/// Fills in every sum of section 三 and 四 and zeros for what is not given.
void complete(Figures& figures) {
  for (const std::string& cell : cells_of(kFormat)) figures.emplace(cell, "0");
  auto get = [&](const std::string& cell) { return whole(figures, cell); };
  auto put = [&](const std::string& cell, long long value) {
    figures[cell] = std::to_string(value);
  };
  std::vector<std::string> rows = result_rows(kFormat);
  for (const std::string& column : applicant_columns()) {
    long long resolved = 0;
    for (const std::string& row : rows) {
      resolved += get("applications." + row + "." + column);
    }
    put("applications.resolved." + column, resolved);
    put("applications.new." + column,
        resolved + get("applications.carried_forward." + column) -
            get("applications.carried_over." + column));
  }
  for (const char* row :
       {"new", "carried_over", "resolved", "carried_forward"}) {
    rows.emplace_back(row);
  }
  for (const std::string& row : rows) {
    long long total = 0;
    for (const std::string& column : applicant_columns()) {
      total += get("applications." + row + "." + column);
    }
    put("applications." + row + ".total", total);
  }
  for (const char* branch :
       {"reviews", "lawsuits_direct", "lawsuits_after_review"}) {
    const std::string cells = std::string("disputes.") + branch + ".";
    put(cells + "total", get(cells + "upheld") + get(cells + "corrected") +
                             get(cells + "other") + get(cells + "pending"));
  }
}

struct ResultCounts {
  const char* row;
  std::array<int, 6> counts;
};

void write_set(std::map<std::string, std::string>& files,
               const std::string& folder, const LedgerSet& set) {
  for (const auto& [path, text] : set.files) files[folder + path] = text;
}

/// The seal that `gov-report close` makes of the files under `folder`, and of
/// the configuration and narratives that stand beside them.
std::string closed(const std::map<std::string, std::string>& files,
                   const std::string& folder, int year) {
  namespace fs = std::filesystem;
  TemporaryFolder workspace;
  const fs::path by_hand = fs::path(SOURCE_ROOT) / "examples" / folder;
  fs::copy(by_hand / "gov-report.yaml", workspace / "gov-report.yaml");
  fs::copy(by_hand / "narrative", workspace / "narrative",
           fs::copy_options::recursive);
  for (const auto& [path, text] : files) {
    if (path.starts_with(folder)) {
      put_file(workspace / path.substr(folder.size()), text);
    }
  }
  const auto rules = load_rule_catalogue(DataFiles(), [](const Finding&) {});
  CloseRequest request;
  request.year.workspace = workspace.path();
  request.year.year = year;
  const CloseResult result = close_year(request, DataFiles(), rules.value());
  if (result.outcome != CloseResult::Outcome::written) {
    throw std::runtime_error("cannot close " + folder);
  }
  return read_file(workspace / result.file, 1 << 24);
}

void write_county(std::map<std::string, std::string>& files) {
  const std::string folder = "county-2023-2024/";
  const std::string agency = "云川市人民政府";
  const Figures first = load_case("04a");
  GeneratorOptions options;
  options.seed = 2023;
  options.noise = false;
  options.every = 40;
  options.document_prefix = "云政规";
  LedgerSet set =
      ledgers_for_two_years(first, load_case("04b"), kFormat, 2023, options);
  // The sealed reports hold the opening stocks.
  set.files.erase("counts/2023.yaml");
  set.files.erase("counts/2024.yaml");
  write_set(files, folder, set);
  files[folder + "sealed/2022.json"] =
      report_json(figures_before(first), kFormat, 2022, agency);
  files[folder + "sealed/2023.json"] = closed(files, folder, 2023);
}

void write_department(std::map<std::string, std::string>& files) {
  GeneratorOptions options;
  options.seed = 7;
  options.every = 2;
  options.style.all_columns = true;
  options.document_prefix = "云市监规";
  options.subjects = {"某企业登记档案",      "食品抽检不合格产品处置情况",
                      "电梯检验和维保记录",  "某商场广告违法处罚决定书",
                      "投诉举报办理结果",    "餐饮单位许可现场核查材料",
                      "计量器具检定结果",    "价格监督检查情况",
                      "药店药品经营许可信息"};
  write_set(files, "department-2024/",
            ledgers_for(department_figures(), kFormat, 2024, options));
}

}  // namespace

Figures department_figures() {
  const std::vector<ResultCounts> applications = {
      {"carried_over", {2, 1, 0, 0, 0, 0}},
      {"granted", {9, 3, 1, 0, 0, 0}},
      {"partially_granted", {3, 1, 0, 0, 1, 0}},
      {"denied.third_party_rights", {1, 0, 0, 0, 0, 0}},
      {"denied.enforcement_file", {2, 0, 0, 0, 0, 0}},
      {"denied.registry_lookup", {1, 1, 0, 0, 0, 0}},
      {"unavailable.not_held", {2, 1, 0, 0, 0, 0}},
      {"unavailable.needs_processing", {1, 0, 0, 0, 0, 0}},
      {"unavailable.still_unclear", {1, 0, 0, 0, 0, 0}},
      {"not_processed.petition_or_complaint", {1, 0, 0, 0, 0, 0}},
      {"not_processed.repeated", {1, 0, 0, 0, 0, 0}},
      {"not_processed.excessive", {1, 0, 0, 0, 0, 0}},
      {"other_handling.no_correction", {1, 0, 0, 0, 0, 0}},
      {"other_handling.unpaid_fee", {1, 0, 0, 0, 0, 0}},
      {"other_handling.other", {1, 0, 0, 0, 0, 0}},
      {"carried_forward", {2, 0, 0, 0, 0, 1}}};
  Figures figures = {{"disclosures.normative_documents.issued", "4"},
                     {"disclosures.normative_documents.repealed", "2"},
                     {"disclosures.normative_documents.in_force", "19"},
                     {"disclosures.licences.decisions", "1286"},
                     {"disclosures.penalties.decisions", "342"},
                     {"disclosures.coercive_measures.decisions", "27"},
                     {"disclosures.fees.amount", "12.365"},
                     {"disputes.reviews.upheld", "3"},
                     {"disputes.reviews.corrected", "1"},
                     {"disputes.reviews.other", "1"},
                     {"disputes.reviews.pending", "1"},
                     {"disputes.lawsuits_direct.other", "1"},
                     {"disputes.lawsuits_after_review.upheld", "1"},
                     {"disputes.lawsuits_after_review.pending", "1"}};
  for (const ResultCounts& row : applications) {
    for (std::size_t at = 0; at < row.counts.size(); ++at) {
      figures["applications." + std::string(row.row) + "." +
              applicant_columns()[at]] = std::to_string(row.counts[at]);
    }
  }
  complete(figures);
  return figures;
}

Figures figures_before(const Figures& next) {
  Figures figures;
  auto put = [&](const std::string& cell, long long value) {
    figures[cell] = std::to_string(value);
  };
  for (const std::string& column : applicant_columns()) {
    for (const std::string& row : result_rows(kFormat)) {
      const std::string cell = "applications." + row + "." + column;
      put(cell, whole(next, cell) * 9 / 10);
    }
    const long long open = whole(next, "applications.carried_over." + column);
    put("applications.carried_forward." + column, open);
    put("applications.carried_over." + column, open * 8 / 10);
  }
  for (const char* branch :
       {"reviews", "lawsuits_direct", "lawsuits_after_review"}) {
    const std::string cells = std::string("disputes.") + branch + ".";
    for (const char* outcome : {"upheld", "corrected", "other"}) {
      put(cells + outcome, whole(next, cells + outcome) * 9 / 10);
    }
    put(cells + "pending", disputes_open_before(next, branch));
  }
  for (const char* row : {"regulations", "normative_documents"}) {
    const std::string cells = std::string("disclosures.") + row + ".";
    put(cells + "issued", whole(next, cells + "issued") * 9 / 10);
    put(cells + "repealed", whole(next, cells + "repealed") / 10);
    put(cells + "in_force", whole(next, cells + "in_force") -
                                whole(next, cells + "issued") +
                                whole(next, cells + "repealed"));
  }
  for (const char* row : {"licences", "penalties", "coercive_measures"}) {
    const std::string cell = std::string("disclosures.") + row + ".decisions";
    put(cell, whole(next, cell) * 9 / 10);
  }
  figures["disclosures.fees.amount"] = "55120.8831";
  complete(figures);
  return figures;
}

std::string report_json(const Figures& figures, const std::string& format,
                        int year, const std::string& agency) {
  std::string text = "{\"schema\":\"gov-report/report/1\",\"format\":\"" +
                     format + "\",\"year\":" + std::to_string(year) +
                     ",\"agency\":\"" + agency + "\",\"cells\":{";
  std::string separator = "\n";
  for (const std::string& cell : cells_of(format)) {
    text += separator + "\"" + cell + "\":" + figures.at(cell);
    separator = ",\n";
  }
  return text + "\n}}\n";
}

std::map<std::string, std::string> example_files() {
  std::map<std::string, std::string> files;
  write_county(files);
  write_department(files);
  return files;
}

}  // namespace gov_report::test
