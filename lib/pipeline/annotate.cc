#include "pipeline/annotate.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "base/output_file.h"
#include "base/system_reason.h"
#include "pipeline/annotated_rows.h"
#include "pipeline/settle.h"
#include "source/ledger_file.h"
#include "write/delimited.h"
#include "write/marked_workbook.h"

namespace gov_report {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";

const std::string& in(const Text& text, const Messages& messages) {
  return messages.language() == Language::zh ? text.zh : text.en;
}

std::optional<Severity> worst_of(const std::vector<SpooledFinding>& findings) {
  std::optional<Severity> worst;
  for (const SpooledFinding& finding : findings) {
    worst = std::max(worst.value_or(finding.severity), finding.severity);
  }
  return worst;
}

/// One line for each finding.
std::string remarks(const std::vector<SpooledFinding>& findings,
                    const Messages& messages) {
  std::string text;
  for (const SpooledFinding& finding : findings) {
    if (!text.empty()) text += '\n';
    const std::string severity =
        messages("severity." + std::string(severity_name(finding.severity)));
    text += messages(
        finding.remedy.empty() ? "annotate.remark" : "annotate.remark-remedy",
        {{"severity", severity},
         {"rule", finding.rule},
         {"headline", finding.headline},
         {"remedy", finding.remedy}});
  }
  return text;
}

/// What was put into one copy.
struct Tally {
  std::map<FindingList::Key, std::uint64_t> rules;
  std::uint64_t rows = 0;
  std::uint64_t rows_with_findings = 0;
  std::uint64_t rows_left_out = 0;

  void add(const std::vector<SpooledFinding>& findings) {
    for (const SpooledFinding& finding : findings) {
      ++rules[{finding.rule, finding.severity}];
    }
  }
  std::uint64_t count() const {
    std::uint64_t all = 0;
    for (const auto& [key, number] : rules) all += number;
    return all;
  }
  std::uint64_t count(Severity severity) const {
    std::uint64_t all = 0;
    for (const auto& [key, number] : rules) {
      if (key.second == severity) all += number;
    }
    return all;
  }
};

/// A row as it stands; a broken one as one text, so that its quotes do not
/// take in the rows below.
std::string row_text(const Row& row, char separator, bool is_delimited) {
  const bool whole = row.kind != Row::Kind::rejected || !row.fields.empty();
  if (is_delimited && whole) return std::string(row.raw);
  if (row.fields.empty()) return delimited(row.raw, separator);
  std::string text;
  for (std::size_t f = 0; f < row.fields.size(); ++f) {
    if (f > 0) text += separator;
    text += delimited(row.fields[f].text, separator);
  }
  return text;
}

Tally write_csv(RowSource& source, FindingSpool& spool,
                const Messages& messages, OutputFile& out) {
  const bool is_delimited = source.separator() != 0;
  const char separator = is_delimited ? source.separator() : ',';
  AnnotatedRows rows(source, spool);
  Tally tally;
  tally.add(rows.of_header());
  std::string heading = messages("annotate.column");
  if (!rows.of_header().empty()) {
    heading += "\n" + remarks(rows.of_header(), messages);
  }
  std::string line =
      std::string(kByteOrderMark) + delimited(heading, separator);
  for (const Column& column : source.columns()) {
    line += separator + delimited(column.name, separator);
  }
  out.write(line + std::string(kLineEnd));
  for (AnnotatedRow row; rows.next(row);) {
    tally.add(row.findings);
    ++tally.rows;
    line = delimited(remarks(row.findings, messages), separator) + separator +
           row_text(row.row, separator, is_delimited);
    out.write(line + std::string(kLineEnd));
  }
  return tally;
}

/// Rows of the sheet that is begun. A rejected row of a text file is one text.
/// of a text file is not.
void write_rows(AnnotatedRows& rows, bool is_delimited,
                const Messages& messages, MarkedWorkbook& book, Tally& tally) {
  std::vector<MarkedCell> cells;
  for (AnnotatedRow row; rows.next(row);) {
    tally.add(row.findings);
    ++tally.rows;
    if (!row.findings.empty()) ++tally.rows_with_findings;
    cells.clear();
    if (row.row.kind == Row::Kind::rejected &&
        (is_delimited || row.row.fields.empty())) {
      cells.push_back({row.row.raw, worst_of(row.findings), true});
    } else {
      for (std::size_t f = 0; f < row.row.fields.size(); ++f) {
        cells.push_back({row.row.fields[f].text,
                         f < row.marks.size() ? row.marks[f] : std::nullopt,
                         false});
      }
    }
    const bool fits = book.add_row(remarks(row.findings, messages),
                                   worst_of(row.findings), cells);
    if (!fits) ++tally.rows_left_out;
  }
}

/// Everything that goes into one workbook.
class WorkbookWriter {
 public:
  WorkbookWriter(const std::filesystem::path& path, const Year& year,
                 const CheckReport& report, const RuleCatalogue& rules,
                 const Messages& messages)
      : encoding_(year.encoding),
        report_(report),
        rules_(rules),
        messages_(messages),
        book_(path, messages("annotate.summary")) {}

  void add_file(const AnnotationFile& file, FindingSpool& spool) {
    const FindingSink ignore = [](const Finding&) {};  // all were reported
    const auto source = open_ledger(file.file.path, file.file.name, ignore,
                                    {RowChoice::all, file.sheets, encoding_});
    if (source == nullptr) return note_unreadable(file, spool);
    AnnotatedRows rows(*source, spool);
    std::vector<std::string> columns = {messages_("annotate.column")};
    for (const Column& column : source->columns()) {
      columns.push_back(column.name);
    }
    const std::string sheet = book_.begin_sheet(name_of(file), columns);
    for (const SpooledFinding& finding : rows.of_header()) {
      note(sheet, remarks({finding}, messages_));
    }
    Tally tally;
    tally.add(rows.of_header());
    write_rows(rows, source->separator() != 0, messages_, book_, tally);
    list_file(sheet, file.file.name, tally);
    for (const auto& [key, number] : tally.rules) all_.rules[key] += number;
  }

  /// The first sheet, and the end. Returns the number of findings.
  std::uint64_t finish(const std::string& agency) {
    std::vector<SummaryRow> lines = head(agency);
    lines.insert(lines.end(), files_.begin(), files_.end());
    lines.insert(lines.end(), notes_.begin(), notes_.end());
    const std::uint64_t elsewhere = found_elsewhere();
    if (elsewhere > 0) {
      lines.push_back(text(messages_(
          "annotate.elsewhere", {{"count", std::to_string(elsewhere)},
                                 {"year", std::to_string(report_.year)}})));
    }
    list_rules(lines);
    book_.summarise(lines);
    book_.close();
    return all_.count();
  }

  /// What no sheet had room for, a line for each file.
  const std::vector<std::string>& left_out() const { return left_out_; }

 private:
  static SummaryRow text(std::string words) {
    return {SummaryRow::Kind::text, {std::move(words)}, {}};
  }

  SummaryRow heading(const std::vector<const char*>& keys) const {
    SummaryRow row{SummaryRow::Kind::heading, {}, {}};
    for (const char* key : keys) row.texts.push_back(messages_(key));
    return row;
  }

  /// A ledger has files of several years: the folder or sheet tells which.
  std::string name_of(const AnnotationFile& file) const {
    std::string name = in(file.ledger, messages_);
    if (!file.file.sheet.empty()) return name + " " + file.file.sheet;
    const std::string folder =
        std::filesystem::path(file.file.name).parent_path().filename().string();
    const bool is_year =
        folder.find_first_not_of("0123456789") == std::string::npos;
    return is_year ? name + " " + folder : name;
  }

  void note(const std::string& subject, const std::string& words) {
    notes_.push_back(text(subject + "  " + words));
  }

  void note_unreadable(const AnnotationFile& file, FindingSpool& spool) {
    note(file.file.name, messages_("annotate.unreadable"));
    spool.rewind();
    for (SpooledFinding finding; spool.next(finding);) {
      note(file.file.name, remarks({finding}, messages_));
      all_.add({finding});
    }
  }

  void list_file(const std::string& sheet, const std::string& file,
                 const Tally& tally) {
    std::vector<std::string> texts = {sheet, file};
    for (const std::uint64_t number :
         {tally.rows, tally.rows_with_findings, tally.count(Severity::error),
          tally.count(Severity::warning), tally.count(Severity::info)}) {
      texts.push_back(std::to_string(number));
    }
    files_.push_back({SummaryRow::Kind::entry, std::move(texts), {}});
    if (tally.rows_left_out == 0) return;
    left_out_.push_back(
        messages_("annotate.rows-left-out",
                  {{"count", std::to_string(tally.rows_left_out)},
                   {"limit", std::to_string(kSheetRows)},
                   {"file", file}}));
    note(sheet, left_out_.back());
  }

  std::vector<SummaryRow> head(const std::string& agency) const {
    SummaryRow title{SummaryRow::Kind::title, {}, {}};
    title.texts = {messages_(
        "annotate.title",
        {{"agency", agency}, {"year", std::to_string(report_.year)}})};
    return {title, text(verdict_text(report_, messages_)),
            text(messages_("annotate.how")), text(""),
            heading({"annotate.sheet", "annotate.file", "annotate.rows",
                     "annotate.faulty", "severity.error", "severity.warning",
                     "severity.info"})};
  }

  /// Findings of the check that stand in none of these files.
  std::uint64_t found_elsewhere() const {
    std::uint64_t all = 0;
    for (const RuleTotal& total : report_.totals) {
      all += total.count + total.folded;
    }
    return all - std::min(all, all_.count());
  }

  void list_rules(std::vector<SummaryRow>& lines) const {
    if (all_.rules.empty()) return;
    lines.push_back(text(""));
    lines.push_back(heading({"annotate.rule", "annotate.checks",
                             "annotate.severity", "annotate.count"}));
    std::vector<std::pair<FindingList::Key, std::uint64_t>> rules(
        all_.rules.begin(), all_.rules.end());
    std::ranges::stable_sort(rules, [](const auto& a, const auto& b) {
      return a.first.second > b.first.second;
    });
    for (const auto& [key, number] : rules) {
      const Rule* const rule = rules_.find(key.first);
      const std::string severity =
          messages_("severity." + std::string(severity_name(key.second)));
      lines.push_back(
          {SummaryRow::Kind::entry,
           {key.first,
            rule == nullptr ? "" : in(rules_.words(*rule).checks, messages_),
            severity, std::to_string(number)},
           key.second});
    }
  }

  std::optional<Encoding> encoding_;
  const CheckReport& report_;
  const RuleCatalogue& rules_;
  const Messages& messages_;
  MarkedWorkbook book_;
  Tally all_;
  std::vector<SummaryRow> files_;
  std::vector<SummaryRow> notes_;
  std::vector<std::string> left_out_;
};

}  // namespace

void Annotator::add(AnnotationPlan plan) {
  for (const AnnotationFile& file : plan.files) {
    spools_.try_emplace(file.file.name);
  }
  plans_.push_back(std::move(plan));
}

void Annotator::watch(const Finding& finding) {
  const auto spool = spools_.find(finding.place.file);
  if (spool == spools_.end()) return;
  if (rules_.has_status(finding.rule, Rule::Status::retired)) return;
  const Diagnostic words = rules_.describe(finding, messages_.language());
  const Rule* const rule = rules_.find(finding.rule);
  const bool no_row = rule != nullptr && rule->scope == "file";
  const Severity severity = settled_severity(finding, rules_, format_, year_);
  spool->second.add({finding.place.at, severity, words.rule, words.headline,
                     words.remedy, no_row ? finding.place.excerpt : ""});
}

void Annotator::write(const CheckResult& result, const CheckReport& report,
                      const Say& say, const FindingSink& sink) {
  if (result.year == nullptr) return;
  for (const AnnotationPlan& plan : plans_) {
    try {
      const auto count = write_copy(plan, *result.year, report, say);
      say(messages_(count ? "annotate.written" : "annotate.not-written",
                    {{"file", plan.target.string()},
                     {"ledger", plan.files.front().file.name},
                     {"count", std::to_string(count.value_or(0))}}));
    } catch (const std::system_error& error) {
      Finding finding;
      finding.rule = "output-not-writable";
      finding.variant = "file";
      finding.arguments = reason_arguments(error, plan.target.string());
      finding.arguments.push_back({"file", plan.target.string()});
      sink(std::move(finding));
    }
  }
}

/// The number of findings in it; nullopt if its ledger cannot be read.
std::optional<std::uint64_t> Annotator::write_copy(const AnnotationPlan& plan,
                                                   const Year& year,
                                                   const CheckReport& report,
                                                   const Say& say) {
  OutputFile out(plan.target);
  if (plan.workbook) {
    WorkbookWriter book(out.path(), year, report, rules_, messages_);
    for (const AnnotationFile& file : plan.files) {
      book.add_file(file, spools_.at(file.file.name));
    }
    const std::uint64_t count = book.finish(year.config.agency);
    out.commit();
    for (const std::string& line : book.left_out()) say(line);
    return count;
  }
  const InputFile& file = plan.files.front().file;
  const SheetChoice& sheets = plan.files.front().sheets;
  const FindingSink ignore = [](const Finding&) {};  // all were reported
  const auto source = open_ledger(file.path, file.name, ignore,
                                  {RowChoice::all, sheets, year.encoding});
  if (source == nullptr) return std::nullopt;
  const Tally tally = write_csv(*source, spools_.at(file.name), messages_, out);
  out.commit();
  return tally.count();
}

}  // namespace gov_report
