// Constraints: expressions over names become expressions over cells.

#include <algorithm>
#include <map>

#include "base/text.h"
#include "schema/body_words.h"
#include "schema/expression.h"
#include "schema/load_report.h"

namespace gov_report {
namespace {

constexpr std::string_view kLastYear = "last.";

/// What stands around a bare name to make it a whole cell id.
struct Frame {
  std::string before;  ///< "disclosures.regulations."
  std::string after;   ///< ".natural_person"

  std::string id(std::string_view name) const {
    return before + std::string(name) + after;
  }
};

/// The distinct last (or all but last) parts of the printed ids of a table.
std::vector<std::string> parts_of(const ReportFormat& report,
                                  const TableFormat& table, bool columns) {
  std::vector<std::string> parts;
  for (CellIndex i = table.first; i < table.last; ++i) {
    const std::string id = report.cells[i].id.substr(table.id.size() + 1);
    const std::size_t dot = id.rfind('.');
    std::string part = columns                    ? id.substr(dot + 1)
                       : dot == std::string::npos ? std::string()
                                                  : id.substr(0, dot);
    if (std::ranges::find(parts, part) == parts.end()) {
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

class ConstraintLoader {
 public:
  ConstraintLoader(const YamlNode& yaml, ReportFormat& report,
                   SchemaErrors& errors)
      : map_(yaml, errors), report_(report), errors_(errors) {}

  void load() {
    Constraint constraint;
    constraint.rule = map_.required_text("rule");
    constraint.citation = map_.citation();
    constraint.at = map_.at();
    constraint.unless_flag = map_.text("unless");
    constraint.levels = map_.texts("level");
    constraint.kinds = map_.texts("kind");
    only_words_of("unless", kBodyFlags);
    only_words_of("level", kBodyLevels);
    only_words_of("kind", kBodyKinds);
    constraint.from_year = map_.number("from_year", 0);
    constraint.to_year = map_.number("to_year", 9999);
    constraint.within_rounding = map_.flag("within_rounding");
    constraint.show_check = map_.flag("show_check");
    if (map_.node("severity") != nullptr) {
      constraint.severity =
          map_.choice<Severity>("severity",
                                {{"info", Severity::info},
                                 {"warning", Severity::warning},
                                 {"error", Severity::error}},
                                Severity::error);
    }
    const auto condition = comparison("if");
    const auto holds = comparison("holds");
    const auto all = frames(constraint);
    if (!holds) {
      if (map_.node("holds") == nullptr) {
        errors_.add(map_.at(), "missing-key", {{"key", "holds"}});
      }
      return;
    }
    std::vector<Frame> meant;
    for (const Frame& frame : all) {
      const bool fits = (!condition || has_cells(condition->parsed, frame)) &&
                        has_cells(holds->parsed, frame);
      if (fits || named_one_by_one_) meant.push_back(frame);
    }
    // Blocks of one table may have other rows and columns. If nothing fits,
    // a name is wrong, and resolved() says which.
    for (const Frame& frame : meant.empty() ? all : meant) {
      Constraint one = constraint;
      if (condition) one.condition = resolved(*condition, frame);
      one.holds = resolved(*holds, frame);
      report_.constraints.push_back(std::move(one));
    }
  }

 private:
  struct Written {
    ParsedComparison parsed;
    Position at;
  };

  /// A body that nothing can be would leave the constraint asleep.
  void only_words_of(std::string_view key,
                     const std::vector<std::string>& known) {
    const YamlNode* node = map_.node(key);
    if (node == nullptr) return;
    const auto check = [&](const YamlNode& word) {
      if (word.kind != YamlNode::Kind::scalar ||
          std::ranges::find(known, word.text) != known.end()) {
        return;
      }
      errors_.add(word.at, "dangling",
                  {{"value", std::string(key) + ": " + word.text},
                   {"nearest", nearest(word.text, known).value_or("-")}});
    };
    check(*node);
    for (const YamlNode& item : node->items) check(item);
  }

  std::optional<Written> comparison(std::string_view key) {
    const YamlNode* node = map_.node(key);
    if (node == nullptr) return std::nullopt;
    auto parsed = parse_comparison(node->text);
    if (!parsed) {
      errors_.add(node->at, "bad-expression", {{"value", node->text}});
      return std::nullopt;
    }
    return Written{std::move(*parsed), node->at};
  }

  std::vector<Frame> frames(Constraint& constraint) {
    const std::string table_id = map_.text("table");
    const YamlNode* each = map_.node("each");
    if (table_id.empty()) return {Frame{}};
    const TableFormat* table = nullptr;
    for (const TableFormat& candidate : report_.tables) {
      if (candidate.id == table_id) table = &candidate;
    }
    if (table == nullptr) {
      errors_.add(map_.at(), "dangling",
                  {{"value", table_id}, {"nearest", "-"}});
      return {};
    }
    if (each == nullptr) return {Frame{table_id + ".", ""}};
    std::vector<Frame> frames;
    if (each->text == "column") {
      constraint.each = Constraint::Each::column;
      for (const std::string& part : parts_of(report_, *table, true)) {
        frames.push_back({table_id + ".", "." + part});
      }
      return frames;
    }
    if (each->kind == YamlNode::Kind::scalar && each->text != "row") {
      errors_.add(each->at, "bad-value",
                  {{"key", "each"},
                   {"value", each->text},
                   {"allowed", "column, row, [id, …]"}});
      return {};
    }
    constraint.each = Constraint::Each::row;
    named_one_by_one_ = each->text != "row";
    for (const std::string& row : each->text == "row"
                                      ? parts_of(report_, *table, false)
                                      : text_list(*each, errors_)) {
      frames.push_back({table_id + "." + row + ".", ""});
    }
    return frames;
  }

  bool has_cells(const ParsedComparison& parsed, const Frame& frame) const {
    for (const auto* side : {&parsed.left, &parsed.right}) {
      for (const ParsedTerm& term : *side) {
        const bool here =
            !term.name.empty() && !term.name.starts_with(kLastYear);
        if (here && !report_.cell(frame.id(term.name))) return false;
      }
    }
    return true;
  }

  Comparison resolved(const Written& written, const Frame& frame) {
    const ParsedComparison& parsed = written.parsed;
    static const std::map<std::string_view, Comparison::Operator> kOperators = {
        {"=", Comparison::Operator::equal},
        {"<=", Comparison::Operator::at_most},
        {">=", Comparison::Operator::at_least},
        {"<", Comparison::Operator::less},
        {">", Comparison::Operator::more}};
    Comparison comparison;
    comparison.at = written.at;
    comparison.op = kOperators.at(parsed.op);
    comparison.left = resolved(parsed.left, frame, written.at);
    comparison.right = resolved(parsed.right, frame, written.at);
    return comparison;
  }

  Expression resolved(const std::vector<ParsedTerm>& terms, const Frame& frame,
                      Position at) {
    Expression expression;
    for (const ParsedTerm& parsed : terms) {
      if (parsed.name.empty()) {
        expression.constant += parsed.factor;
        continue;
      }
      Term term;
      term.factor = parsed.factor;
      std::string_view name = parsed.name;
      term.last_year = name.starts_with(kLastYear);
      if (term.last_year) {
        name.remove_prefix(kLastYear.size());
        term.last_year_cell = frame.id(name);
        // Last year's format may have cells that this one lacks.
        term.cell = report_.cell(term.last_year_cell).value_or(0);
      } else if (const auto cell = report_.cell(frame.id(name))) {
        term.cell = *cell;
      } else {
        dangling(frame.id(name), at);
      }
      expression.terms.push_back(std::move(term));
    }
    return expression;
  }

  void dangling(const std::string& id, Position at) {
    std::vector<std::string> known;
    for (const CellFormat& cell : report_.cells) known.push_back(cell.id);
    errors_.add(at, "dangling",
                {{"value", id}, {"nearest", nearest(id, known).value_or("-")}});
  }

  MapReader map_;
  ReportFormat& report_;
  SchemaErrors& errors_;
  bool named_one_by_one_ = false;  // `each` lists rows: all of them are meant
};

}  // namespace

void load_constraint(const YamlNode& yaml, ReportFormat& report,
                     SchemaErrors& errors) {
  ConstraintLoader(yaml, report, errors).load();
}

}  // namespace gov_report
