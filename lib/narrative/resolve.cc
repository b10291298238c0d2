// Placeholders become figures; what comes out empty is left out.

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "narrative/narrative.h"

namespace gov_report {
namespace {

constexpr std::string_view kLastYear = "last.";
constexpr std::array<std::string_view, 4> kNames = {"agency", "year",
                                                    "next_year", "last_year"};

/// Wide characters and the quotes and dashes of Chinese text.
bool is_chinese(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return display_width(text) == 2 || (c >= 0x2010 && c <= 0x2027);
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

char32_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (text[at] & 0xC0) == 0x80) --at;
  return next_code_point(text, at);
}

/// Whether two lines meet without a blank: Chinese on both sides, or on one
/// side with a digit on the other.
bool meet_closely(std::string_view before, std::string_view after) {
  std::size_t at = 0;
  const char32_t left = last_character(before);
  const char32_t right = next_code_point(after, at);
  if (left == ' ' || right == ' ') return true;
  return (is_chinese(left) && (is_chinese(right) || is_digit(right))) ||
         (is_digit(left) && is_chinese(right));
}

class Resolver {
 public:
  Resolver(const Narrative& narrative, const Figures& figures,
           const FindingSink& sink)
      : figures_(figures), faults_(narrative.source, sink) {}

  std::vector<TextBlock> resolve(const Narrative& narrative) {
    std::vector<TextBlock> blocks;
    for (const NarrativeBlock& block : narrative.blocks) {
      TextBlock text{
          block.kind, block.level, block.ordered, {}, narrative.source.file};
      for (const auto& item : block.items) {
        runs_.clear();
        break_.reset();
        for (const Inline& piece : item) read(piece);
        trim();
        if (!runs_.empty()) text.items.push_back(std::move(runs_));
      }
      if (!text.items.empty()) blocks.push_back(std::move(text));
    }
    return blocks;
  }

 private:
  void read(const Inline& piece) {
    switch (piece.kind) {
      case Inline::Kind::text:
        return print(piece, piece.text, "");
      case Inline::Kind::line_break:
        if (printing()) break_ = piece;
        return;
      case Inline::Kind::value:
        return read_value(piece);
      case Inline::Kind::end:
        return conditions_.pop_back();
      case Inline::Kind::if_not_zero:
      case Inline::Kind::if_zero:
        const auto number = find(piece);
        const bool zero = piece.kind == Inline::Kind::if_zero;
        const bool holds = number && (*number == Decimal()) == zero;
        return conditions_.push_back(printing() && holds);
    }
  }

  bool printing() const { return conditions_.empty() || conditions_.back(); }

  void print(const Inline& piece, std::string text, std::string cell) {
    if (!printing() || text.empty()) return;
    if (break_ && !runs_.empty() && !meet_closely(runs_.back().text, text)) {
      runs_.push_back({" ", break_->bold && piece.bold, break_->at, "", 0});
    }
    break_.reset();
    const bool written = piece.kind == Inline::Kind::text;
    runs_.push_back({std::move(text), piece.bold, piece.at, std::move(cell),
                     written ? 0 : piece.width});
  }

  void read_value(const Inline& piece) {
    const int year = figures_.table->year;
    const std::string& name = piece.text;
    if (name == "agency") return print(piece, figures_.table->agency, "");
    if (name == "year") return print(piece, std::to_string(year), "");
    if (name == "next_year") return print(piece, std::to_string(year + 1), "");
    if (name == "last_year") return print(piece, std::to_string(year - 1), "");
    known_ = true;
    const auto number = find(piece);
    if (number) return print(piece, number->text(), name);
    if (!known_ || !printing()) return;
    if (const Text* reason = why_not_comparable(name)) {
      faults_.add("figure-not-known", "not-comparable", piece.at, piece.width,
                  {{"cell", name}, {"reason", *reason}});
      return;
    }
    if (name.starts_with(kLastYear) && figures_.last_year == nullptr) {
      faults_.add("figure-not-known", "last-year", piece.at, piece.width,
                  {{"cell", name}});
      return;
    }
    faults_.add("figure-not-known", is_for_text_only(name) ? "memo" : "",
                piece.at, piece.width,
                {{"cell", name}, {"year", std::to_string(year)}}, name);
  }

  bool is_for_text_only(std::string_view name) const {
    const ReportFormat& format = *figures_.table->format;
    const auto cell = format.cell(name);
    return cell && format.cells[*cell].kind == CellKind::memo;
  }

  /// Why last year's form has no such figure; nullptr if it has.
  const Text* why_not_comparable(std::string_view name) const {
    if (!name.starts_with(kLastYear) || figures_.last_year == nullptr) {
      return nullptr;
    }
    name.remove_prefix(kLastYear.size());
    const auto& reasons = figures_.last_year->not_comparable;
    const auto found = reasons.find(name);
    return found == reasons.end() ? nullptr : &found->second;
  }

  /// The number of a figure; a name that the form does not have is a finding,
  /// printed or not, and clears known_.
  std::optional<Decimal> find(const Inline& piece) {
    std::string_view id = piece.text;
    const Table& table = *figures_.table;
    const bool last = id.starts_with(kLastYear);
    if (last) {
      id.remove_prefix(kLastYear.size());
      // Last year's form may have figures that this one lacks.
      const auto number = figures_.last_year == nullptr
                              ? std::nullopt
                              : figures_.last_year->number(id);
      if (number) return number;
    }
    if (!table.format->cell(id)) {
      known_ = false;
      report_unknown(piece, id, *table.format);
      return std::nullopt;
    }
    return last ? std::nullopt : table.number(id);
  }

  void report_unknown(const Inline& piece, std::string_view id,
                      const ReportFormat& format) {
    if (faults_.full()) return;
    std::vector<std::string> names;
    for (const CellFormat& cell : format.cells) names.push_back(cell.id);
    const std::size_t prefix = piece.text.size() - id.size();
    const bool value = piece.kind == Inline::Kind::value && prefix == 0;
    if (value) names.insert(names.end(), kNames.begin(), kNames.end());
    std::vector<Argument> arguments = {{"value", piece.text}};
    const auto near = nearest(id, names);
    if (near) {
      arguments.push_back({"nearest", piece.text.substr(0, prefix) + *near});
    }
    faults_.add("unknown-figure", near ? "nearest" : "", piece.at, piece.width,
                std::move(arguments));
  }

  /// Blanks at the edges of an item are what a dropped piece has left.
  void trim() {
    std::size_t first = 0;
    for (; first < runs_.size(); ++first) {
      TextRun& run = runs_[first];
      const std::size_t blanks =
          std::min(run.text.find_first_not_of(' '), run.text.size());
      run.text.erase(0, blanks);
      run.at.column += static_cast<std::uint32_t>(blanks);
      if (!run.text.empty()) break;
    }
    runs_.erase(runs_.begin(),
                runs_.begin() + static_cast<std::ptrdiff_t>(first));
    while (!runs_.empty()) {
      std::string& text = runs_.back().text;
      text.erase(text.find_last_not_of(' ') + 1);
      if (!text.empty()) break;
      runs_.pop_back();
    }
  }

  const Figures& figures_;
  Faults faults_;
  std::vector<TextRun> runs_;     // of the current item
  std::optional<Inline> break_;   // a line break not printed yet
  std::vector<bool> conditions_;  // those around the current place
  bool known_ = true;             // find() knew the last name
};

}  // namespace

std::vector<TextBlock> resolve(const Narrative& narrative,
                               const Figures& figures,
                               const FindingSink& sink) {
  return Resolver(narrative, figures, sink).resolve(narrative);
}

}  // namespace gov_report
