#include "tally/counts.h"

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
      unknown(root.text, root.at);
      return std::move(counts_);
    }
    for (const auto& [key, value] : root.entries) {
      if (key.text == kOpening) {
        in_opening_ = true;
        for (const auto& [name, stock] : value.entries) {
          walk(name.text, name.at, stock);
        }
        in_opening_ = false;
      } else {
        walk(key.text, key.at, value);
      }
    }
    return std::move(counts_);
  }

 private:
  void walk(const std::string& id, Position at, const YamlNode& value) {
    if (value.kind == YamlNode::Kind::mapping) {
      note_table(id, at);
      for (const auto& [key, inner] : value.entries) {
        walk(id + "." + key.text, key.at, inner);
      }
    } else if (value.kind == YamlNode::Kind::sequence) {
      unknown(id, at);
    } else if (value.text == kNone && !value.quoted) {
      fill_none(id, at, value);
    } else if (const auto cell = format_.cell(id)) {
      enter(*cell, at, value, value.is_null() ? "" : value.text);
    } else {
      unknown(id, at);
    }
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
    if (!any) unknown(id, at);
  }

  void enter(CellIndex index, Position at, const YamlNode& value,
             std::string_view text) {
    const std::string& id = format_.cells[index].id;
    if (in_opening_) {
      const auto number = Decimal::parse(half_width(text));
      if (!number) {
        report("bad-figure", "", value.at,
               {{"cell", id}, {"value", printable(value.text)}});
      } else if (!counts_.opening.emplace(index, *number).second) {
        report("figure-given-twice", "", at, {{"key", id}});
      }
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

  void unknown(const std::string& id, Position at) {
    std::vector<std::string> known = {std::string(kOpening)};
    for (const TableFormat& table : format_.tables) known.push_back(table.id);
    for (const CellFormat& cell : format_.cells) known.push_back(cell.id);
    const auto near = nearest(id, known);
    report("unknown-key", near ? "nearest" : "", at,
           {{"key", printable(id)}, {"nearest", near.value_or("")}});
  }

  void report(std::string rule, std::string variant, Position at,
              std::vector<Argument> arguments) {
    Finding finding;
    finding.rule = std::move(rule);
    finding.variant = std::move(variant);
    finding.place = Place{file_, at, 1, {}, {}};
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
