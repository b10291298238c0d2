// Constraints over cells: evaluated exactly, explained with their numbers.

#include <algorithm>

#include "base/listing.h"
#include "check/table_rules.h"

namespace gov_report {
namespace {

using Each = Constraint::Each;

class Evaluator {
 public:
  Evaluator(const Table& table, const SealedReport* last)
      : table_(table), last_(last) {}

  std::optional<Decimal> value(const Term& term) const {
    if (!term.last_year) return table_.number(term.cell);
    return last_ == nullptr ? std::nullopt : last_->number(term.last_year_cell);
  }

  std::optional<Decimal> value(const Expression& expression) const {
    Decimal sum = expression.constant;
    for (const Term& term : expression.terms) {
      const auto number = value(term);
      if (!number) return std::nullopt;
      sum += term.factor * *number;
    }
    return sum;
  }

  /// Half a unit of the last printed digit of each cell, added up.
  Decimal rounding(const Expression& expression) const {
    Decimal sum;
    for (const Term& term : expression.terms) {
      const auto number = value(term);
      if (!number) continue;
      Decimal half = *Decimal::parse("0.5");
      half = half.divided_by_power_of_ten(number->decimals()).value_or(0);
      sum += term.factor * half;
    }
    return sum;
  }

  /// nullopt if a cell is no number.
  std::optional<bool> holds(const Comparison& comparison,
                            bool within_rounding) const {
    const auto left = value(comparison.left);
    auto right = value(comparison.right);
    if (!left || !right) return std::nullopt;
    if (within_rounding) *right += rounding(comparison.right);
    switch (comparison.op) {
      case Comparison::Operator::equal:
        return *left == *right;
      case Comparison::Operator::at_most:
        return *left <= *right;
      case Comparison::Operator::at_least:
        return *left >= *right;
      case Comparison::Operator::less:
        return *left < *right;
      case Comparison::Operator::more:
        return *left > *right;
    }
    return std::nullopt;
  }

 private:
  const Table& table_;
  const SealedReport* last_;
};

/// Writes the findings of one broken constraint in words.
class Explainer {
 public:
  Explainer(const Table& table, const SealedReport* last)
      : table_(table), last_(last), evaluator_(table, last) {}

  Finding finding(const Constraint& constraint) const {
    Finding finding;
    finding.rule = constraint.rule;
    finding.severity = constraint.severity;
    if (only_some_use_last_year(constraint)) finding.variant = "last-year";
    const Term* first = first_term(constraint);
    if (first != nullptr && !first->last_year) {
      finding.cell = table_.format->cells[first->cell].id;
      finding.place = table_.cells[first->cell].place;
    }
    const Decimal left = evaluator_.value(constraint.holds.left).value();
    const Decimal right = evaluator_.value(constraint.holds.right).value();
    const Decimal difference = left < right ? right - left : left - right;
    finding.arguments = {
        {"where", where(constraint, first)},
        {"cell", first == nullptr ? Text() : label(*first, Each::once)},
        {"left", written_out(constraint.holds.left, constraint.each)},
        {"right", written_out(constraint.holds.right, constraint.each)},
        {"left_value", left.text()},
        {"right_value", right.text()},
        {"compared", compared(constraint)},
        {"difference", difference.text()},
        {"last_value", last_value(constraint)},
        {"year", std::to_string(table_.year)},
        {"last_year", std::to_string(table_.year - 1)}};
    return finding;
  }

 private:
  /// Whether a rule compares with last year here, and with something else in
  /// another constraint: then it has words of its own for this.
  bool only_some_use_last_year(const Constraint& constraint) const {
    return constraint.uses_last_year() &&
           std::ranges::any_of(table_.format->constraints,
                               [&](const Constraint& other) {
                                 return other.rule == constraint.rule &&
                                        !other.uses_last_year();
                               });
  }

  static const Term* first_term(const Constraint& constraint) {
    for (const Expression* side :
         {&constraint.holds.left, &constraint.holds.right}) {
      for (const Term& term : side->terms) {
        if (!term.last_year) return &term;
      }
    }
    return nullptr;
  }

  Text label(const Term& term, Each each) const {
    const auto index = term.last_year ? table_.format->cell(term.last_year_cell)
                                      : std::optional(term.cell);
    if (!index) return Text(term.last_year_cell);
    const CellFormat& cell = table_.format->cells[*index];
    Text text = each == Each::column ? cell.row_label
                : each == Each::row  ? cell.column_label
                                     : cell_label(cell);
    if (text == Text()) text = cell_label(cell);
    if (term.last_year) {
      const std::string year = std::to_string(table_.year - 1) + " ";
      text = Text(year + text.zh, year + text.en);
    }
    return text;
  }

  Text where(const Constraint& constraint, const Term* first) const {
    if (first == nullptr) return Text();
    const CellFormat& cell = table_.format->cells[first->cell];
    switch (constraint.each) {
      case Each::column:
        return cell.column_label;
      case Each::row:
        return cell.row_label == Text() ? cell_label(cell) : cell.row_label;
      case Each::once:
        break;
    }
    return cell_label(cell);
  }

  /// The figures of the right side, without their factors.
  Text compared(const Constraint& constraint) const {
    std::vector<Text> figures;
    for (const Term& term : constraint.holds.right.terms) {
      const std::string number = evaluator_.value(term).value().text();
      const Text name = label(term, constraint.each);
      figures.emplace_back(name.zh + " " + number, name.en + " " + number);
    }
    return gov_report::listed(figures);
  }

  std::string last_value(const Constraint& constraint) const {
    for (const Expression* side :
         {&constraint.holds.left, &constraint.holds.right}) {
      for (const Term& term : side->terms) {
        if (term.last_year) return evaluator_.value(term).value().text();
      }
    }
    return {};
  }

  /// "granted 800 + denied 104 = 904"; parts that are 0 are left out of long
  /// sums, or all together where one other is left: "granted 5 + 0 = 5".
  Text written_out(const Expression& expression, Each each) const {
    constexpr std::size_t kLong = 4;
    Text text;
    std::size_t shown = 0;
    for (const Term& term : expression.terms) {
      const Decimal number = evaluator_.value(term).value();
      const bool skip = expression.terms.size() > kLong && number == Decimal();
      if (skip) continue;
      const bool minus = term.factor < Decimal();
      const Decimal factor = minus ? -term.factor : term.factor;
      std::string before =
          shown == 0 ? (minus ? "-" : "") : (minus ? " - " : " + ");
      if (factor != Decimal(1)) before += factor.text() + " x ";
      const Text name = label(term, each);
      text.zh += before + name.zh + " " + number.text();
      text.en += before + name.en + " " + number.text();
      ++shown;
    }
    const std::string sum = evaluator_.value(expression).value().text();
    if (shown == 0) return Text(sum);
    const bool plain = shown == 1 && expression.constant == Decimal() &&
                       expression.terms.size() == 1 &&
                       expression.terms[0].factor == Decimal(1);
    if (expression.constant != Decimal()) {
      text.zh += " + " + expression.constant.text();
      text.en += " + " + expression.constant.text();
    }
    if (!plain) {
      const std::string others =
          shown == 1 && expression.terms.size() > kLong ? " + 0" : "";
      text.zh += others + " = " + sum;
      text.en += others + " = " + sum;
    }
    return text;
  }

  const Table& table_;
  const SealedReport* last_;
  Evaluator evaluator_;
};

bool listed(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::ranges::find(names, name) != names.end();
}

/// An equation that holds by itself between figures counted from records.
/// Where rows could not be counted it fails, and they have been reported.
bool follows_from_rows(const Constraint& constraint, const Table& table) {
  const Comparison& holds = constraint.holds;
  if (holds.op != Comparison::Operator::equal || constraint.uses_last_year() ||
      holds.left.terms.empty() || holds.right.terms.empty()) {
    return false;
  }
  const CellIndex cell = holds.left.terms.front().cell;
  for (std::size_t t = 0; t < table.origins.size(); ++t) {
    const TableFormat& format = table.format->tables[t];
    if (format.first <= cell && cell < format.last) {
      return table.origins[t] == Origin::faulty_records;
    }
  }
  return false;
}

/// Whether a constraint is meant for this body and year; if what it asks is
/// not known, the coverage says so.
bool concerns(const Constraint& constraint, const Table& table,
              const SealedReport* last, const Body& body, Coverage& coverage) {
  if (table.year < constraint.from_year || table.year > constraint.to_year) {
    coverage.not_run(constraint.rule, {"other-years", {}});
    return false;
  }
  if (!constraint.unless_flag.empty() &&
      body.flags.contains(constraint.unless_flag)) {
    coverage.not_run(constraint.rule,
                     {"not-this-body", {{"flag", constraint.unless_flag}}});
    return false;
  }
  if (!constraint.levels.empty() && body.level.empty()) {
    coverage.not_run(constraint.rule, {"no-level", {}});
    return false;
  }
  if (!listed(constraint.levels, body.level) ||
      !listed(constraint.kinds, body.kind)) {
    return false;
  }
  if (follows_from_rows(constraint, table)) {
    coverage.not_run(constraint.rule, {"faulty-rows", {}});
    return false;
  }
  if (constraint.uses_last_year() && last == nullptr) {
    coverage.not_run(
        constraint.rule,
        {"no-last-year", {{"year", std::to_string(table.year - 1)}}});
    return false;
  }
  return true;
}

/// Why a constraint cannot be evaluated: its figures do not compare over a
/// change of form, or are not known.
NotRunReason not_evaluated(const Constraint& constraint, const Table& table,
                           const SealedReport* last) {
  std::vector<const Expression*> sides = {&constraint.holds.left,
                                          &constraint.holds.right};
  if (constraint.condition) {
    sides.push_back(&constraint.condition->left);
    sides.push_back(&constraint.condition->right);
  }
  for (const Expression* side : sides) {
    for (const Term& term : side->terms) {
      if (!term.last_year || last == nullptr) continue;
      const auto found = last->not_comparable.find(term.last_year_cell);
      if (found == last->not_comparable.end()) continue;
      const auto cell = table.format->cell(term.last_year_cell);
      return {"not-comparable",
              {{"cell", cell ? cell_label(table.format->cells[*cell])
                             : Text(term.last_year_cell)},
               {"reason", found->second}}};
    }
  }
  return {"no-figures", {}};
}

}  // namespace

std::vector<Judgement> check_constraints(const Table& table,
                                         const SealedReport* last,
                                         const Body& body, Coverage& coverage,
                                         const FindingSink& sink) {
  using Outcome = Judgement::Outcome;
  const Evaluator evaluator(table, last);
  const Explainer explainer(table, last);
  std::vector<Judgement> judgements;
  for (const Constraint& constraint : table.format->constraints) {
    if (!concerns(constraint, table, last, body, coverage)) continue;
    Judgement& judgement =
        judgements.emplace_back(Judgement{&constraint, Outcome::open});
    std::optional<bool> applies = true;
    if (constraint.condition) {
      applies = evaluator.holds(*constraint.condition, false);
      if (applies) coverage.ran(constraint.rule);
    }
    if (applies == false) {
      judgement.outcome = Outcome::not_asked;
      continue;
    }
    const auto holds =
        evaluator.holds(constraint.holds, constraint.within_rounding);
    if (!applies || !holds) {
      coverage.not_run(constraint.rule, not_evaluated(constraint, table, last));
      continue;
    }
    coverage.ran(constraint.rule);
    ++coverage.equations_checked;
    judgement.outcome = *holds ? Outcome::holds : Outcome::broken;
    if (!*holds) sink(explainer.finding(constraint));
  }
  return judgements;
}

}  // namespace gov_report
