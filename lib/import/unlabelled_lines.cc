#include "import/unlabelled_lines.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "import/header_columns.h"
#include "import/line_headers.h"

namespace gov_report {
namespace {

class HeaderFinder {
 public:
  HeaderFinder(const std::vector<Stretch>& stretches,
               const ReportFormat& format, const FormRow& form,
               const SectionHeadings& headings)
      : stretches_(stretches),
        format_(format),
        form_(form),
        headings_(headings) {}

  std::optional<UnlabelledLines> find() const {
    std::size_t last_named = 0;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      if (!stretches_[i].rows.empty()) last_named = i;
    }
    const auto found = find_headers(last_named);
    if (!found) return std::nullopt;
    return UnlabelledLines{
        *found, has_rival_below(*found) || !stands_under_headers(*found) ||
                    number_columns(stretches_[*found].figures)};
  }

 private:
  bool stands_under_headers(std::size_t i) const {
    const Stretch above = with_words_above(stretches_, i);
    const bool in_order = has_all_in_order(above.words, form_) &&
                          above.words.ends_with(form_.columns.back().words());
    return in_order || HeaderColumns::find(above, form_);
  }

  /// As many figures behind other words, or blank cells, before the next
  /// heading: of another year, or of a part.
  bool has_rival_below(std::size_t from) const {
    const Stretch& header = stretches_[from];
    const std::size_t wanted = form_.cells.size();
    if (header.bars_behind >= header.bars_in_line + wanted) return true;
    for (std::size_t i = from + 1; i < stretches_.size(); ++i) {
      if (has_heading(stretches_[i])) return false;
      const std::size_t figures = stretches_[i].figures.size();
      if (figures > 0 && figures == header.figures.size()) return true;
      if (stretches_[i].bars >= wanted) return true;
    }
    return false;
  }

  /// One of its lines is a heading of a section.
  bool has_heading(const Stretch& stretch) const {
    for (std::size_t i = 0; i < stretch.lines.size(); ++i) {
      const std::string piece(stretch.piece(i));
      if (!headings_.section(piece).empty()) return true;
    }
    return false;
  }

  /// The stretch with most of the row's headers.
  std::optional<std::size_t> find_headers(std::size_t from) const {
    std::optional<std::size_t> header;
    std::size_t most = form_.columns.size() / 2;
    for (std::size_t i = from; i < stretches_.size(); ++i) {
      const std::size_t named = headers_in(stretches_[i].words, form_);
      if (named <= most) continue;
      header = i;
      most = named;
    }
    // Headers that stand crosswise: the ones above them still stand whole.
    for (std::size_t i = from; !header && i < stretches_.size(); ++i) {
      if (has_upper_headers(stretches_[i].words)) header = i;
    }
    return header;
  }

  /// All headers that stand above others.
  bool has_upper_headers(const std::string& words) const {
    return std::ranges::all_of(
        format_.tables[form_.table].grid, [&](const GridCell& cell) {
          return cell.role != GridCell::Role::header || cell.column_span == 1 ||
                 words.find(fold(cell.text)) != std::string::npos;
        });
  }

  const std::vector<Stretch>& stretches_;
  const ReportFormat& format_;
  const FormRow& form_;
  const SectionHeadings& headings_;
};

}  // namespace

std::optional<UnlabelledLines> unlabelled_lines(
    const std::vector<Stretch>& stretches, const ReportFormat& format,
    const FormRow& form, const SectionHeadings& headings) {
  return HeaderFinder(stretches, format, form, headings).find();
}

}  // namespace gov_report
