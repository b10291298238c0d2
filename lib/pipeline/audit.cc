#include "pipeline/audit.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "check/explain_totals.h"
#include "check/narrative_claims.h"
#include "check/published_form.h"
#include "check/table_rules.h"
#include "check/text_rules.h"
#include "import/read_page.h"
#include "narrative/claims.h"
#include "pipeline/batch_copies.h"
#include "pipeline/check.h"
#include "pipeline/finding_collector.h"
#include "pipeline/published_law.h"
#include "pipeline/series.h"
#include "pipeline/settle.h"
#include "schema/crosswalk.h"
#include "tally/comparable.h"
#include "tally/report_file.h"

namespace gov_report {
namespace {

/// Last year's report, in the terms of a form of this year.
struct Before {
  SealedReport figures;
  std::map<std::string, LastText> texts;
};

/// The words of a section, headings left out.
std::string words_of(const ReportSection& section) {
  std::string words;
  for (const ReportBlock& block : section.blocks) {
    if (block.kind == BlockKind::heading) continue;
    words += text_of(block);
    words += '\n';
  }
  return words;
}

Before before_of(const PublishedReport& report, const std::string& file) {
  Before before;
  before.figures.format = report.format->id;
  before.figures.year = report.year;
  before.figures.agency = report.agency;
  before.figures.file = file;
  for (std::size_t i = 0; i < report.table.cells.size(); ++i) {
    const Cell& cell = report.table.cells[i];
    const std::string& id = report.format->cells[i].id;
    if (cell.state == CellState::number) {
      before.figures.figures.emplace(id, cell.number);
    } else if (cell.state != CellState::missing) {
      before.figures.without_number.insert(id);
    }
  }
  for (const ReportSection& section : report.text.sections) {
    before.texts[section.id] = {file, words_of(section)};
  }
  return before;
}

std::vector<TextBlock> blocks_of(const ReportSection& section) {
  std::vector<TextBlock> blocks;
  for (const ReportBlock& block : section.blocks) {
    TextBlock text;
    text.kind = block.kind;
    text.level = block.level;
    text.items = {block.runs};
    text.file = block.file;
    blocks.push_back(std::move(text));
  }
  return blocks;
}

/// One file, read and judged.
class Audit {
 public:
  Audit(const PublishedLaw& law, const RuleCatalogue& rules, std::size_t limit)
      : law_(law), rules_(rules), collector_(rules, limit) {}

  /// The report; nullptr if it cannot be read.
  const PublishedReport* read(const std::string& file) {
    audited_.file = file;
    sink_ = [this, file](Finding finding) {
      if (finding.place.file.empty()) finding.place.file = file;
      show_words(finding.place);
      collector_.add(std::move(finding));
    };
    if (auto page = read_published_page(file, file, law_.pages(), sink_)) {
      audited_.report = read_report(*page, law_.words());
      if (!audited_.report) {
        no_report(*page);
      } else if (audited_.report->several) {
        unreadable("several");
        audited_.report.reset();
      }
    }
    return audited_.report ? &*audited_.report : nullptr;
  }

  /// After read(), once. What is read stays as it is: other years look at it.
  void judge_with(const Before* before) {
    const PublishedReport* report =
        audited_.report ? &*audited_.report : nullptr;
    if (report != nullptr) judge(before);
    audited_.findings =
        collector_.take(report == nullptr ? "" : report->format->id,
                        report == nullptr ? 0 : report->year, {});
  }

  /// At the end, once.
  AuditedReport take() { return std::move(audited_); }

 private:
  void no_report(const PublishedPage& page) {
    std::string text;
    for (const PageBlock& block : page.blocks) {
      if (text.size() < 20'000) text += text_of(block);
    }
    std::string variant = "no-report";
    for (const NoReport& kind : law_.pages().no_report) {
      if (!kind.pattern.matches(fold(text))) continue;
      variant = kind.variant;
      break;
    }
    unreadable(std::move(variant));
  }

  void unreadable(std::string variant) {
    Finding finding;
    finding.rule = "report-unreadable";
    finding.variant = std::move(variant);
    finding.arguments = {{"file", audited_.file}, {"value", ""}};
    sink_(std::move(finding));
  }

  void judge(const Before* before) {
    const PublishedReport& report = *audited_.report;
    check_published_form(report, law_.words().forms, audited_.coverage, sink_);
    if (report.year == 0) year_unknown();
    const BodyOfName* body = body_of_name(report.agency, law_.pages());
    if (body != nullptr) audited_.body_kind = body->kind;
    const bool comparable = before != nullptr && comparable_year(*before);
    if (comparable) audited_.against = before->figures.file;
    std::optional<SealedReport> last;
    if (comparable) last = in_terms_of(before->figures);
    check_figures(last ? &*last : nullptr, body);
    check_statements(last ? &*last : nullptr);
    check_words(comparable ? before : nullptr, body);
  }

  /// The words around a place in the texts, where no line has been cut out yet.
  void show_words(Place& place) const {
    if (!audited_.report || place.at.line == 0 || !place.excerpt.empty()) {
      return;
    }
    const ReportText& text = audited_.report->text;
    if (text.title && show_in(*text.title, place)) return;
    for (const ReportBlock& block : text.preamble) {
      if (show_in(block, place)) return;
    }
    for (const ReportSection& section : text.sections) {
      for (const ReportBlock& block : section.blocks) {
        if (show_in(block, place)) return;
      }
    }
  }

  static bool show_in(const ReportBlock& block, Place& place) {
    std::size_t begin = 0;
    for (const TextRun& run : block.runs) {
      const std::size_t size = character_count(run.text);
      const bool here = run.at.line == place.at.line &&
                        run.at.column <= place.at.column &&
                        place.at.column < run.at.column + size;
      if (here) {
        const std::size_t at = begin + place.at.column - run.at.column;
        cut_out(text_of(block), at, place);
        return true;
      }
      begin += size;
    }
    return false;
  }

  /// The words from a little before the place on.
  static void cut_out(const std::string& text, std::size_t at, Place& place) {
    constexpr std::size_t kBefore = 20;
    constexpr std::size_t kAfter = 40;
    const std::size_t from = at > kBefore ? at - kBefore : 0;
    std::string_view rest = text;
    rest.remove_prefix(first_characters(rest, from).size());
    const std::size_t size = at - from + place.width + kAfter;
    const std::string_view piece = first_characters(rest, size);
    place.excerpt = from > 0 ? "\u2026" : "";
    place.mark = static_cast<std::uint32_t>(at - from + 1 + (from > 0 ? 1 : 0));
    place.excerpt += piece;
    if (piece.size() < rest.size()) place.excerpt += "\u2026";
  }

  void year_unknown() {
    Finding finding;
    finding.rule = "report-year-unknown";
    finding.arguments = {{"file", audited_.file}};
    sink_(std::move(finding));
  }

  bool comparable_year(const Before& before) {
    const int year = audited_.report->year;
    if (before.figures.year != 0 && before.figures.year == year - 1) {
      return true;
    }
    Finding finding;
    finding.rule = "against-other-year";
    finding.arguments = {{"file", before.figures.file},
                         {"year", std::to_string(before.figures.year)},
                         {"expected", std::to_string(year - 1)}};
    sink_(std::move(finding));
    return false;
  }

  SealedReport in_terms_of(SealedReport last) const {
    const Crosswalk* crosswalk =
        law_.crosswalk(last.format, audited_.report->format->id);
    if (crosswalk != nullptr) make_comparable(last, *crosswalk);
    return last;
  }

  void check_figures(const SealedReport* last, const BodyOfName* body) {
    const Table& table = audited_.report->table;
    Body facts;
    if (body != nullptr) {
      facts.kind = body->kind;
      facts.level = body->level;
    }
    // Who may make regulations is not said by every name.
    if (body == nullptr || body->regulations.value_or(true)) {
      facts.flags.insert("may_make_regulations");
    }
    FindingList cells;
    FindingList equations;
    check_cells(table, audited_.coverage, cells.sink());
    const auto judgements = check_constraints(
        table, last, facts, audited_.coverage, equations.sink());
    explain_blanks(table, last, judgements, rules_, cells);
    explain_totals(table, last, judgements, rules_, equations);
    for (FindingList* list : {&cells, &equations}) {
      for (Finding& finding : list->all()) {
        stand_at_cell(finding);
        sink_(std::move(finding));
      }
    }
  }

  /// A finding about a figure stands where that is on the page.
  void stand_at_cell(Finding& finding) const {
    const Table& table = audited_.report->table;
    const auto stand = [&](Finding& one) {
      const auto cell = table.format->cell(one.cell);
      if (cell && one.place.file.empty()) one.place = table.cells[*cell].place;
    };
    stand(finding);
    for (Finding& one : finding.consequences) stand_at_cell(one);
  }

  void check_statements(const SealedReport* last) {
    const PublishedReport& report = *audited_.report;
    const ClaimFormat* format = law_.claims(*report.format);
    if (format == nullptr || !report.format->checked_wording) return;
    ClaimRules claims(*format, report.table, last, audited_.coverage, sink_);
    bool any_text = false;
    for (const ReportSection& section : report.text.sections) {
      if (section.id.empty()) continue;
      const auto blocks = blocks_of(section);
      any_text = any_text || !blocks.empty();
      claims.check_mentions(section.id, folded_text(blocks), audited_.file);
      if (std::ranges::find(format->sections, section.id) ==
          format->sections.end()) {
        continue;
      }
      claims.check(find_claims(blocks, *format,
                               {report.year, report.agency, section.id}));
    }
    claims.finish(any_text);
  }

  void check_words(const Before* before, const BodyOfName* body) {
    const PublishedReport& report = *audited_.report;
    if (!report.format->checked_wording) return;
    TextFacts facts;
    facts.year = report.year;
    facts.agency = report.agency;
    if (body != nullptr) {
      facts.kind = body->kind;
      facts.level = body->level;
    }
    if (before != nullptr) facts.before = before->texts;
    const FindingSink about_published = [&](Finding finding) {
      // Rules that need the year have none to judge by.
      static const std::set<std::string, std::less<>> kOfYear = {
          "wrong-year-in-text", "period-wrong", "wrong-legal-basis"};
      if (report.year == 0 && kOfYear.contains(finding.rule)) return;
      sink_(std::move(finding));
    };
    check_text(report.text, *report.format, law_.texts(), facts,
               audited_.coverage, about_published);
  }

  const PublishedLaw& law_;
  const RuleCatalogue& rules_;
  FindingCollector collector_;
  FindingSink sink_;
  AuditedReport audited_;
};

/// Last year's report: a published one, or a sealed file.
std::optional<Before> read_before(const AuditRequest& request,
                                  const PublishedLaw& law,
                                  const FindingSink& sink) {
  const std::string& file = request.against;
  if (file.empty()) return std::nullopt;
  if (file.ends_with(".json")) {
    const auto root = read_yaml_file(file, file, sink);
    if (!root) return std::nullopt;
    const YamlNode* year = root->find("year");
    const int number =
        year == nullptr ? 0 : std::atoi(year->text.substr(0, 4).c_str());
    auto sealed = read_sealed_report(*root, number, file, sink);
    if (!sealed) return std::nullopt;
    return Before{std::move(*sealed), {}};
  }
  auto page = read_published_page(file, file, law.pages(), sink);
  if (!page) return std::nullopt;
  const auto report = read_report(std::move(*page), law.words());
  if (!report || report->several) {
    Finding finding;
    finding.rule = "report-unreadable";
    finding.variant = "no-report";
    finding.place.file = file;
    finding.arguments = {{"file", file}, {"value", ""}};
    sink(std::move(finding));
    return std::nullopt;
  }
  return before_of(*report, file);
}

/// The files of a batch, each read and judged, on several threads.
class Batch {
 public:
  Batch(const AuditRequest& request, const PublishedLaw& law,
        const RuleCatalogue& rules)
      : request_(request), reports_(request.files.size()) {
    for (std::size_t i = 0; i < request.files.size(); ++i) {
      audits_.emplace_back(law, rules, request.limit);
    }
    if (request.progress != nullptr) {
      request.progress->pieces_in_all = 2 * audits_.size();
    }
  }

  void read() {
    each([&](std::size_t i) {
      reports_[i] = audits_[i].read(request_.files[i]);
    });
  }

  /// `before`: what all are compared with; nullptr: each with that of the same
  /// body in the batch.
  void judge(const Before* before) {
    const auto years_before = reports_before(bodies());
    each([&](std::size_t i) {
      const auto& own = years_before[i];
      if (before != nullptr || !own) return audits_[i].judge_with(before);
      const Before joined = before_of(*reports_[*own], request_.files[*own]);
      audits_[i].judge_with(&joined);
    });
  }

  std::vector<AuditedReport> take() {
    std::vector<AuditedReport> reports;
    for (Audit& audit : audits_) reports.push_back(audit.take());
    return reports;
  }

 private:
  void each(const std::function<void(std::size_t)>& work) {
    for_each_in_parallel(audits_.size(), request_.jobs, [&](std::size_t i) {
      work(i);
      if (request_.progress != nullptr) ++request_.progress->pieces;
    });
  }

  std::vector<ReportOfBody> bodies() const {
    std::vector<ReportOfBody> bodies;
    for (const PublishedReport* report : reports_) {
      bodies.push_back(report == nullptr
                           ? ReportOfBody()
                           : ReportOfBody{report->agency, report->year});
    }
    return bodies;
  }

  const AuditRequest& request_;
  std::deque<Audit> audits_;  // they stay where they are
  std::vector<const PublishedReport*> reports_;
};

}  // namespace

AuditedReport::Verdict AuditedReport::verdict(const RuleCatalogue& rules,
                                              bool strict) const {
  if (!report) return Verdict::unreadable;
  const bool failed = std::ranges::any_of(
      totals_of(findings, rules), [&](const RuleTotal& total) {
        Finding finding;
        finding.rule = total.rule;
        finding.severity = total.severity;
        return total.count > 0 && fails(finding, rules, strict);
      });
  return failed ? Verdict::fail : Verdict::pass;
}

AuditResult audit_reports(const AuditRequest& request, const DataFiles& data,
                          const RuleCatalogue& rules) {
  AuditResult result;
  const auto law = PublishedLaw::load(data, rules, result.problems.sink());
  if (!law) {
    result.stopped = true;
    return result;
  }
  const auto before = read_before(request, *law, result.problems.sink());
  if (!request.against.empty() && !before) {
    result.stopped = true;
    return result;
  }
  Batch batch(request, *law, rules);
  batch.read();
  batch.judge(before ? &*before : nullptr);
  result.reports = batch.take();
  find_copies(result.reports, law->texts().copies, rules, request.jobs);
  result.stopped = std::ranges::none_of(
      result.reports,
      [](const AuditedReport& report) { return report.report.has_value(); });
  return result;
}

CheckReport describe(const AuditedReport& report, const RuleCatalogue& rules,
                     const Messages& messages, bool strict) {
  // Which rules have not run is said of no report.
  CheckReport words =
      describe_findings(report.findings, Coverage(), rules, messages);
  words.pass = report.verdict(rules, strict) == AuditedReport::Verdict::pass;
  words.stopped = !report.report.has_value();
  if (report.report) {
    words.year = report.report->year;
    words.format = report.report->format->id;
  }
  return words;
}

std::vector<CheckReport> describe_all(const AuditResult& result,
                                      const RuleCatalogue& rules,
                                      const Messages& messages, bool strict,
                                      unsigned jobs) {
  std::vector<CheckReport> words(result.reports.size());
  for_each_in_parallel(words.size(), jobs, [&](std::size_t i) {
    words[i] = describe(result.reports[i], rules, messages, strict);
  });
  return words;
}

namespace {

AuditedCell written(const std::string& id, const Cell& cell) {
  switch (cell.state) {
    case CellState::number:
      return {id, AuditedCell::Kind::number, cell.number, {}};
    case CellState::blank:
      return {id, AuditedCell::Kind::blank, {}, {}};
    case CellState::not_applicable:
    case CellState::text:
    case CellState::missing:
      break;
  }
  return {id, AuditedCell::Kind::text, {}, cell.text};
}

AuditEntry entry_of(const PublishedReport& report) {
  AuditEntry entry;
  entry.format = report.format->id;
  entry.year = report.year;
  entry.agency = report.agency;
  for (std::size_t i = 0; i < report.table.cells.size(); ++i) {
    const Cell& cell = report.table.cells[i];
    if (cell.place.file.empty()) continue;  // summed up here, or not there
    entry.cells.push_back(written(report.format->cells[i].id, cell));
  }
  for (const UnreadRow& row : report.readings.unread) {
    for (const CellIndex cell : report.form->rows[row.row].cells) {
      if (report.table.cells[cell].state != CellState::missing) continue;
      entry.unread.push_back(report.format->cells[cell].id);
    }
  }
  return entry;
}

}  // namespace

std::vector<AuditEntry> audit_entries(const AuditResult& result,
                                      const std::vector<CheckReport>& words,
                                      const RuleCatalogue& rules, bool strict,
                                      unsigned jobs) {
  static const char* const kVerdicts[] = {"pass", "fail", "unreadable"};
  std::vector<AuditEntry> entries(result.reports.size());
  for_each_in_parallel(entries.size(), jobs, [&](std::size_t i) {
    const AuditedReport& audited = result.reports[i];
    AuditEntry entry =
        audited.report ? entry_of(*audited.report) : AuditEntry();
    entry.file = audited.file;
    entry.against = audited.against;
    entry.verdict = kVerdicts[static_cast<int>(audited.verdict(rules, strict))];
    entry.words = &words[i];
    entries[i] = std::move(entry);
  });
  return entries;
}

}  // namespace gov_report
