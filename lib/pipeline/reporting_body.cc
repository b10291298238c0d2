#include "pipeline/reporting_body.h"

#include <algorithm>

namespace gov_report {
namespace {

bool asks_for_zero(const Comparison& holds, CellIndex cell) {
  return holds.op == Comparison::Operator::equal &&
         holds.left.terms.size() == 1 && holds.right.terms.empty() &&
         holds.left.constant == holds.right.constant &&
         !holds.left.terms.front().last_year &&
         holds.left.terms.front().cell == cell;
}

}  // namespace

Body body_of(const Config& config) {
  Body body{config.kind, config.level, {}};
  if (config.may_make_regulations) body.flags.insert("may_make_regulations");
  return body;
}

bool is_none_of(const Body& body, CellIndex cell, const ReportFormat& form) {
  return std::ranges::any_of(
      form.constraints, [&](const Constraint& constraint) {
        return !constraint.unless_flag.empty() &&
               !body.flags.contains(constraint.unless_flag) &&
               asks_for_zero(constraint.holds, cell);
      });
}

}  // namespace gov_report
