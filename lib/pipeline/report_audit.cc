#include "pipeline/report_audit.h"

#include <algorithm>
#include <set>

#include "base/listing.h"
#include "base/text.h"
#include "check/explain_totals.h"
#include "check/narrative_claims.h"
#include "check/published_form.h"
#include "check/same_as_before.h"
#include "check/table_rules.h"
#include "check/text_rules.h"
#include "import/read_page.h"
#include "narrative/claims.h"
#include "pipeline/check.h"
#include "schema/crosswalk.h"
#include "tally/comparable.h"

namespace gov_report {
namespace {

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

/// The words from a little before the place on.
void cut_out(const std::string& text, std::size_t at, Place& place) {
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

bool show_in(const ReportBlock& block, Place& place) {
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

}  // namespace

const PublishedReport* ReportAudit::read(const std::string& file) {
  audited_.file = file;
  sink_ = [this, file](Finding finding) {
    if (finding.place.file.empty()) finding.place.file = file;
    show_words(finding.place);
    collector_.add(std::move(finding));
  };
  if (auto page = read_published_page(file, file, law_.pages(), sink_)) {
    audited_.page_kind = page->kind;
    audited_.report = read_report(*page, law_.words());
    const bool several = audited_.report && audited_.report->several;
    // Nobody is blamed for what was lost on the way.
    const bool cut_off = audited_.report && audited_.report->cut_off;
    if (!audited_.report || several || cut_off) {
      sink_(no_report_finding(*page, several, law_.pages()));
      audited_.report.reset();
    }
  }
  return audited_.report ? &*audited_.report : nullptr;
}

void ReportAudit::judge_with(const ReportBefore* before) {
  const PublishedReport* report = audited_.report ? &*audited_.report : nullptr;
  if (report != nullptr) judge(before);
  audited_.findings =
      collector_.take(report == nullptr ? "" : report->format->id,
                      report == nullptr ? 0 : report->year, {});
}

void ReportAudit::stand_beside(const PublishedReport& first,
                               const std::string& file) {
  const Table& table = audited_.report->table;
  const bool same_form = first.table.format == table.format;
  constexpr std::size_t kNamed = 3;
  std::vector<Text> differ;
  std::size_t compared = 0;
  for (CellIndex i = 0; i < table.cells.size(); ++i) {
    if (table.cells[i].place.file.empty()) continue;  // summed up here
    const auto own = table.number(i);
    const auto other = same_form
                           ? first.table.number(i)
                           : first.table.number(table.format->cells[i].id);
    if (!own || !other) continue;
    ++compared;
    if (*own == *other) continue;
    differ.push_back(cell_label(table.format->cells[i]));
  }
  Finding finding;
  finding.rule = "year-in-two-files";
  if (differ.empty()) finding.variant = compared > 0 ? "same" : "none";
  finding.arguments = {{"file", file},
                       {"compared", std::to_string(compared)},
                       {"count", std::to_string(differ.size())},
                       {"cells", listed(differ, kNamed)}};
  sink_(std::move(finding));
}

void ReportAudit::judge(const ReportBefore* before) {
  const PublishedReport& report = *audited_.report;
  check_published_form(report, law_.words().forms, coverage_, sink_);
  if (report.year == 0) year_unknown();
  const BodyOfName* body = body_of_name(report.agency, law_.pages());
  if (body != nullptr) audited_.body_kind = body->kind;
  const bool comparable = before != nullptr && comparable_with(*before);
  if (comparable) audited_.against = before->figures.file;
  std::optional<SealedReport> last;
  if (comparable) last = in_terms_of(before->figures);
  FindingList equations = check_figures(last ? &*last : nullptr, body);
  SuspectedFigures suspected(report.table, equations.all());
  check_statements(last ? &*last : nullptr, suspected);
  suspected.put_in_order();
  tell_at_cells(equations);
  check_words(comparable ? before : nullptr, body);
}

/// The words around a place in the texts, where no line has been cut out yet.
void ReportAudit::show_words(Place& place) const {
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

void ReportAudit::year_unknown() {
  Finding finding;
  finding.rule = "report-year-unknown";
  finding.arguments = {{"file", audited_.file}};
  sink_(std::move(finding));
}

bool ReportAudit::comparable_with(const ReportBefore& before) {
  const PublishedReport& report = *audited_.report;
  const SealedReport& last = before.figures;
  Finding finding;
  finding.rule = "against-other-year";
  finding.arguments = {{"file", last.file}};
  if (last.year == 0 || last.year != report.year - 1) {
    finding.arguments.push_back({"year", std::to_string(last.year)});
    finding.arguments.push_back({"expected", std::to_string(report.year - 1)});
  } else if (!last.agency.empty() && !report.agency.empty() &&
             fold(last.agency) != fold(report.agency)) {
    finding.variant = "other-body";
    finding.arguments.push_back({"agency", last.agency});
    finding.arguments.push_back({"expected", report.agency});
  } else {
    return true;
  }
  sink_(std::move(finding));
  return false;
}

SealedReport ReportAudit::in_terms_of(SealedReport last) const {
  const Crosswalk* crosswalk =
      law_.crosswalk(last.format, audited_.report->format->id);
  if (crosswalk != nullptr) make_comparable(last, *crosswalk);
  return last;
}

/// Tells what is wrong with cells. Returns the findings about equations: the
/// text may say more of them.
FindingList ReportAudit::check_figures(const SealedReport* last,
                                       const BodyOfName* body) {
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
  check_cells(table, coverage_, cells.sink());
  const auto judgements =
      check_constraints(table, last, facts, coverage_, equations.sink());
  check_same_as_before(table, last, coverage_, cells.sink());
  explain_blanks(table, last, judgements, rules_, cells);
  explain_totals(table, last, judgements, rules_, equations);
  tell_at_cells(cells);
  return equations;
}

void ReportAudit::tell_at_cells(FindingList& findings) {
  for (Finding& finding : findings.all()) {
    stand_at_cell(finding);
    sink_(std::move(finding));
  }
}

/// A finding about a figure stands where that is on the page.
void ReportAudit::stand_at_cell(Finding& finding) const {
  const PublishedReport& report = *audited_.report;
  const auto stand = [&](Finding& one) {
    const auto cell = report.format->cell(one.cell);
    if (cell) {
      const bool at_cell = one.place == report.table.cells[*cell].place;
      if (at_cell || one.place.file.empty()) {
        one.place = place_of(report, *cell);
      }
    }
    if (one.table.empty() || !one.place.file.empty()) return;
    const auto table =
        std::ranges::find(report.format->tables, one.table, &TableFormat::id);
    one.place = report.readings.places[static_cast<std::size_t>(
        table - report.format->tables.begin())];
  };
  stand(finding);
  for (Finding& one : finding.consequences) stand_at_cell(one);
}

void ReportAudit::check_statements(const SealedReport* last,
                                   SuspectedFigures& suspected) {
  const PublishedReport& report = *audited_.report;
  const ClaimFormat* format = law_.claims(*report.format);
  if (format == nullptr || !report.format->checked_wording) return;
  ClaimRules claims(*format, report.table, last, coverage_, sink_, &suspected);
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
    claims.check(
        find_claims(blocks, *format, {report.year, report.agency, section.id}));
  }
  claims.finish(any_text);
}

void ReportAudit::check_words(const ReportBefore* before,
                              const BodyOfName* body) {
  const PublishedReport& report = *audited_.report;
  if (!report.format->checked_wording) return;
  TextFacts facts;
  facts.year = report.year;
  facts.agency = report.agency;
  facts.tables_only = report.tables_only;
  facts.neighbours = neighbours_;
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
  check_text(report.text, *report.format, law_.texts(), facts, coverage_,
             about_published);
}

}  // namespace gov_report
