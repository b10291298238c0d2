#include "import/read_report.h"

#include <algorithm>
#include <climits>
#include <deque>
#include <functional>
#include <set>

#include "base/text.h"
#include "import/other_tables.h"
#include "import/published_text.h"
#include "import/read_grids.h"
#include "import/read_lines.h"
#include "import/report_outline.h"
#include "import/report_year.h"

namespace gov_report {
namespace {

/// Rows that stand twice with other figures, from which on there are two
/// reports in the file.
constexpr std::size_t kRepeatedRows = 3;

/// What the tables say in one of the forms.
struct Reading {
  std::shared_ptr<const PublishedForm> form;
  Outline outline;
  TableReadings tables;
  bool in_lines = false;  ///< the tables were found in lines of text
};

bool any(const std::vector<bool>& all) {
  return std::ranges::find(all, true) != all.end();
}

class ReportReader {
 public:
  ReportReader(PublishedPage page, const ReportWords& words)
      : page_(std::move(page)), words_(words) {}

  std::optional<PublishedReport> read() {
    if (page_.kind == PublishedPage::Kind::text) {
      for (const auto& form : words_.forms) {
        split_at_headings(page_, *form->format);
      }
    }
    texts_ = block_texts(page_);
    fold_page();
    Reading best = best_reading(PageRows(page_, *words_.page));
    if (best.form == nullptr) return std::nullopt;
    const int year = report_year(best.outline, texts_, *words_.texts);
    if (year != best.outline.year) {
      // What captions say of a year has been judged by the wrong one.
      year_ = year;
      best = best_reading(PageRows(page_, *words_.page));
    }
    if (best.tables.repeated > 0 && leave_out_others(best))
      best = best_reading(PageRows(page_, *words_.page));
    if (!is_report(best)) return std::nullopt;
    return report_of(std::move(best));
  }

 private:
  static bool is_of_year(const ReportFormat& format, int year) {
    return format.from_year <= year && year <= format.to_year;
  }

  /// Tables that hold the same rows and are none of the report's; false: there
  /// are none.
  bool leave_out_others(const Reading& reading) {
    const PageFormat& words = *words_.page;
    const Captions captions = captions_of(page_, texts_, reading.outline);
    const OtherSense sense(words.other_sense, reading.outline.year);
    return leave_out_other_tables(page_, texts_, reading.outline,
                                  *reading.form->format, words) ||
           leave_out_tables_of_other_times(page_, captions, sense,
                                           words.title) ||
           leave_out_blank_forms(page_, *reading.form, words.figure);
  }

  /// A form that is being tried.
  struct Attempt {
    std::shared_ptr<const PublishedForm> form;
    int words = 0;  ///< what its words are worth
    GridReading grids;
    std::optional<Reading> reading = {};

    /// nullopt: it is not known.
    std::optional<int> score_at_most() const {
      const auto tables = grids.score_at_most();
      return tables ? std::optional(*tables + words) : std::nullopt;
    }
  };

  /// Of the form with the highest score; of two, that of the year, else the
  /// first. Forms that cannot have it are not read.
  Reading best_reading(const PageRows& rows) {
    std::deque<Attempt> attempts;
    for (const auto& form : words_.forms) {
      attempts.push_back(
          {form, words_of_form(*form),
           GridReading(page_, rows, *form, words_.page->other_sense)});
    }
    std::vector<Attempt*> likely;
    for (Attempt& attempt : attempts) likely.push_back(&attempt);
    std::ranges::stable_sort(
        likely, std::ranges::greater(), [](Attempt* attempt) {
          return attempt->score_at_most().value_or(INT_MAX);
        });
    int highest = INT_MIN;
    for (Attempt* attempt : likely) {
      const auto most = attempt->score_at_most();
      if (most && *most < highest) continue;
      attempt->reading = read_as(*attempt);
      highest = std::max(highest, attempt->reading->tables.score);
    }
    Reading best;
    for (Attempt& attempt : attempts) {
      if (!attempt.reading) continue;
      const Reading& reading = *attempt.reading;
      const bool better =
          best.form == nullptr || reading.tables.score > best.tables.score ||
          (reading.tables.score == best.tables.score &&
           is_of_year(*attempt.form->format, reading.outline.year));
      if (better) best = std::move(*attempt.reading);
    }
    return best;
  }

  Reading read_as(Attempt& attempt) const {
    const PublishedForm& form = *attempt.form;
    Reading reading;
    reading.form = attempt.form;
    reading.outline = find_outline(page_, texts_, form.headings, *words_.page);
    if (year_ != 0) reading.outline.year = year_;
    reading.tables = attempt.grids.read(
        reading.outline, captions_of(page_, texts_, reading.outline));
    reading.tables.score += attempt.words;
    if (any(reading.tables.found)) return reading;
    LinesOfTables own = table_lines(*form.format, reading.outline);
    // Lines below a picture of the table are of another, as of last year.
    const auto pictures = pictures_of(*form.format, reading.outline);
    for (std::size_t t = 0; t < pictures.size(); ++t) {
      if (pictures[t]) own.left.insert(t);
    }
    TableReadings lines = read_lines(page_, own, form, *words_.page);
    if (any(lines.found)) {
      lines.score += attempt.words;
      reading.tables = std::move(lines);
      reading.in_lines = true;
    }
    return reading;
  }

  void fold_page() {
    std::string text;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      text += texts_[b].text;
      for (const TextCell& cell : page_.blocks[b].grid.cells) text += cell.text;
    }
    text_ = fold(text);
  }

  /// How many of the words that tell the form stand on the page, each worth as
  /// much as a row.
  int words_of_form(const PublishedForm& form) const {
    int score = 0;
    for (const std::string& words : form.telling) {
      if (contains(text_, words)) score += 100;
    }
    return score;
  }

  /// Nearly all that another form prints and this one does not, and of this one
  /// nearly all that the other does not: the tables of two years.
  bool has_words_of_other_form(const PublishedForm& own) const {
    return std::ranges::any_of(words_.forms, [&](const auto& other) {
      return other->format != own.format && has_most_of(*other, own) &&
             has_most_of(own, *other);
    });
  }

  bool has_most_of(const PublishedForm& form,
                   const PublishedForm& other) const {
    constexpr int kFewest = 3;
    int all = 0;
    int found = 0;
    for (const std::string& words : form.telling) {
      if (std::ranges::binary_search(other.words, words)) continue;
      ++all;
      found += contains(text_, words) ? 1 : 0;
    }
    return all >= kFewest && found * 5 >= all * 4;
  }

  /// Blocks from the first section with a table to behind the last.
  LinesOfTables table_lines(const ReportFormat& format,
                            const Outline& outline) const {
    std::size_t first = outline.end;
    std::size_t last = 0;
    for (const OutlineSection& section : outline.sections) {
      const auto own =
          std::ranges::find(format.sections, section.id, &SectionFormat::id);
      if (own->content != SectionFormat::Content::table) continue;
      first = std::min(first, section.heading + 1);
      last = std::max(last, section.end);
    }
    if (last == 0) return {outline.preamble, outline.end, outline.year};
    return {first, last, outline.year};
  }

  /// Words that name rows of a report, as a letter about one does, are none.
  static bool is_report(const Reading& reading) {
    const std::size_t sections = reading.outline.sections.size();
    const bool titled = reading.outline.title.has_value();
    if (sections >= 3 || (titled && sections > 0)) return true;
    if (!any(reading.tables.found)) return false;
    if (reading.in_lines) return sections > 0 || has_most_of_a_table(reading);
    return titled || sections > 0 || !reading.tables.cells.empty();
  }

  /// Of some table more rows have figures that are sure than are not there.
  static bool has_most_of_a_table(const Reading& reading) {
    const std::vector<FormRow>& form = reading.form->rows;
    std::vector<int> balance(reading.tables.found.size());
    for (const FormRow& row : form) {
      const bool read = std::ranges::any_of(row.cells, [&](CellIndex cell) {
        return reading.tables.cells.contains(cell);
      });
      if (read) ++balance[row.table];
    }
    for (const std::size_t f : reading.tables.missing) --balance[form[f].table];
    return std::ranges::any_of(balance, [](int rows) { return rows > 0; });
  }

  PublishedReport report_of(Reading reading) {
    PublishedReport report;
    auto format = reading.form->format;
    if (!reading.tables.groups.empty()) {
      format = reading.form->with_groups->of(*format, reading.tables.groups);
    }
    report.form = reading.form;
    report.text =
        published_text(page_, reading.outline, *format, *words_.texts);
    report.tables_only =
        page_.kind == PublishedPage::Kind::xlsx && !has_words(report.text);
    report.year = reading.outline.year;
    report.agency = reading.outline.agency;
    report.table = make_table(*format, report.year, report.agency);
    for (auto& [cell, value] : reading.tables.cells) {
      report.table.cells[cell] = std::move(value);
    }
    reading.tables.cells.clear();
    for (std::size_t t = 0; t < format->tables.size(); ++t) {
      if (reading.tables.found[t]) report.table.origins[t] = Origin::report;
    }
    fill_group_totals(report.table);
    report.pictures = pictures_of(*format, reading.outline);
    report.cut = page_.cut;
    report.cut_off =
        page_.ends_early && !has_last_section(*format, report.text);
    for (const PageBlock& block : page_.blocks) {
      meet(report.cut, block.grid.lost);
    }
    report.several = reading.tables.repeated >= kRepeatedRows ||
                     has_words_of_other_form(*reading.form);
    report.readings = std::move(reading.tables);
    report.format = std::move(format);
    return report;
  }

  static bool has_last_section(const ReportFormat& format,
                               const ReportText& text) {
    const std::string& last = format.sections.back().id;
    return std::ranges::find(text.sections, last, &ReportSection::id) !=
               text.sections.end() ||
           text.headings_in_tables.contains(last);
  }

  /// More than a title and the headings of tables.
  static bool has_words(const ReportText& text) {
    return !text.preamble.empty() ||
           std::ranges::any_of(text.sections, [](const ReportSection& section) {
             return !section.blocks.empty();
           });
  }

  std::vector<std::optional<Place>> pictures_of(const ReportFormat& format,
                                                const Outline& outline) const {
    std::vector<std::optional<Place>> pictures(format.tables.size());
    for (const OutlineSection& section : outline.sections) {
      const auto own =
          std::ranges::find(format.sections, section.id, &SectionFormat::id);
      if (!own->table) continue;
      for (std::size_t b = section.heading; b < section.end; ++b) {
        if (page_.blocks[b].kind != PageBlock::Kind::picture) continue;
        pictures[*own->table] = place_of(page_, page_.blocks[section.heading]);
      }
    }
    return pictures;
  }

  PublishedPage page_;
  std::vector<BlockText> texts_;  // of the blocks
  std::string text_;              // all of the page, folded
  int year_ = 0;  // of the report, if its title has none or a wrong one
  const ReportWords& words_;
};

}  // namespace

std::optional<PublishedReport> read_report(PublishedPage page,
                                           const ReportWords& words) {
  return ReportReader(std::move(page), words).read();
}

const BodyOfName* body_of_name(const std::string& agency,
                               const PageFormat& format) {
  for (const BodyOfName& body : format.bodies) {
    if (!agency.empty() && body.name.matches(agency)) return &body;
  }
  return nullptr;
}

}  // namespace gov_report
