#include "tally/counts.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::string_view kNone = "none";
constexpr std::string_view kOpening = "opening";

class CountsReader {
 public:
  CountsReader(const ReportFormat& format, const std::string& file,
               const FindingSink& sink)
      : format_(format), file_(file), sink_(sink) {}

  Counts read(const YamlNode& root) {
    if (root.kind != YamlNode::Kind::mapping) {
      report("unknown-key", "no-map", root.at, {{"key", {}}});
      return std::move(counts_);
    }
    const std::vector<std::string> openings = {std::string(kOpening)};
    for (const auto& [key, value] : root.entries) {
      if (key.text == kOpening) {
        in_opening_ = true;
        for (const auto& [name, stock] : value.entries) {
          walk(name.text, name.at, stock);
        }
        in_opening_ = false;
      } else if (nearest(key.text, openings)) {
        // Not walked: no figure below it would be at home elsewhere.
        report(
            "unknown-key", "nearest", key.at,
            {{"key", printable(key.text)}, {"nearest", std::string(kOpening)}});
      } else {
        walk(key.text, key.at, value);
      }
    }
    return std::move(counts_);
  }

 private:
  void walk(const std::string& id, Position at, const YamlNode& value) {
    if (value.kind == YamlNode::Kind::mapping) {
      if (!in_opening_) note_table(id, at);
      for (const auto& [key, inner] : value.entries) {
        walk(id + "." + key.text, key.at, inner);
      }
    } else if (value.kind == YamlNode::Kind::sequence) {
      report("unknown-key", "no-map", value.at, {{"key", printable(id)}});
    } else if (value.text == kNone && !value.quoted) {
      fill_none(id, at, value);  // a table or a group
    } else if (const auto cell = givable(id)) {
      enter(*cell, at, value, value.is_null() ? "" : value.text);
    } else if (!in_opening_ && holds_cells(id)) {
      report("bad-figure", value.is_null() ? "empty" : "group", value.at,
             {{"cell", id}, {"value", printable(value.text)}});
      leave_blank(id, value.at);
    } else {
      unknown(id, at, false);
    }
  }

  /// The cell that a figure may be given for: no total of a group, which
  /// nothing prints, and after `opening` only stocks.
  std::optional<CellIndex> givable(const std::string& id) const {
    const auto cell = format_.cell(id);
    if (!cell || format_.cells[*cell].kind == CellKind::group) return {};
    const auto& source = format_.cells[*cell].source;
    if (in_opening_ && !(source && source->stock)) return {};
    return cell;
  }

  /// A table or a group of cells.
  bool holds_cells(const std::string& id) const {
    return std::ranges::any_of(format_.cells, [&](const CellFormat& cell) {
      return cell.kind != CellKind::group && cell.id.starts_with(id + ".");
    });
  }

  void fill_none(const std::string& id, Position at, const YamlNode& value) {
    bool any = false;
    const std::string prefix = id + ".";
    for (CellIndex i = 0; i < format_.cells.size(); ++i) {
      const CellFormat& cell = format_.cells[i];
      if (cell.kind == CellKind::group) continue;
      if (cell.id != id && !cell.id.starts_with(prefix)) continue;
      enter(i, at, value, "0");
      any = true;
    }
    if (!any) unknown(id, at, true);
  }

  /// The cells of a group that has no readable value are blank there, so that
  /// what is said of them stands at the same line.
  void leave_blank(const std::string& id, Position at) {
    for (CellIndex i = 0; i < format_.cells.size(); ++i) {
      const CellFormat& cell = format_.cells[i];
      if (cell.kind == CellKind::group || !cell.id.starts_with(id + ".")) {
        continue;
      }
      counts_.cells.emplace(i, cell_from_text("", Place{file_, at, 1, {}, {}}));
    }
  }

  void enter(CellIndex index, Position at, const YamlNode& value,
             std::string_view text) {
    const std::string& id = format_.cells[index].id;
    if (in_opening_) {
      const auto number = Decimal::parse(half_width(text));
      if (!number || *number < Decimal() || *number > kLargestFigure) {
        report("bad-figure", "", value.at,
               {{"cell", id}, {"value", printable(value.text)}});
      } else if (!counts_.opening.emplace(index, *number).second) {
        report("figure-given-twice", "", at, {{"key", id}});
      }
      counts_.opening_places.try_emplace(index,
                                         Place{file_, value.at, 1, {}, {}});
      return;
    }
    note_table(id, at);
    Place place{file_, value.at, 1, {}, {}};
    place.width = static_cast<std::uint32_t>(
        std::max<std::size_t>(1, character_count(value.text)));
    Cell cell = cell_from_text(text, std::move(place));
    if (!counts_.cells.emplace(index, std::move(cell)).second) {
      report("figure-given-twice", "", at, {{"key", id}});
    }
  }

  void note_table(const std::string& id, Position at) {
    for (std::size_t t = 0; t < format_.tables.size(); ++t) {
      const std::string& table = format_.tables[t].id;
      if (id == table || id.starts_with(table + ".")) {
        counts_.tables.try_emplace(t, Place{file_, at, 1, {}, {}});
      }
    }
  }

  /// `groups`: the names of groups of cells are near names too.
  void unknown(const std::string& id, Position at, bool groups) {
    std::set<std::string> names = {std::string(kOpening)};
    for (const CellFormat& cell : format_.cells) {
      std::size_t end = cell.id.size();
      do {
        names.insert(cell.id.substr(0, end));
        end = cell.id.rfind('.', end - 1);
      } while (groups && end != std::string::npos);
    }
    const auto near =
        nearest(id, std::vector<std::string>(names.begin(), names.end()));
    report("unknown-key", near ? "nearest" : "", at,
           {{"key", printable(id)}, {"nearest", near.value_or("")}});
  }

  /// A value, or the last piece of a key: dotted or nested, that is there.
  static std::uint32_t width_of(const std::vector<Argument>& arguments) {
    std::string_view text = arguments.back().name == "value"
                                ? arguments.back().value.zh
                                : arguments.front().value.zh;
    if (arguments.back().name != "value") {
      text.remove_prefix(text.rfind('.') + 1);
    }
    return static_cast<std::uint32_t>(
        std::max<std::size_t>(1, character_count(text)));
  }

  void report(std::string rule, std::string variant, Position at,
              std::vector<Argument> arguments) {
    Finding finding;
    finding.rule = std::move(rule);
    finding.variant = std::move(variant);
    finding.place = Place{file_, at, width_of(arguments), {}, {}};
    finding.arguments = std::move(arguments);
    sink_(std::move(finding));
  }

  const ReportFormat& format_;
  const std::string& file_;
  const FindingSink& sink_;
  Counts counts_;
  bool in_opening_ = false;
};

}  // namespace

Counts read_counts(const YamlNode& root, const ReportFormat& format,
                   const std::string& file, const FindingSink& sink) {
  return CountsReader(format, file, sink).read(root);
}

}  // namespace gov_report
