#include "import/form_rows.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

TEST_CASE("a form with the same groups printed is made once") {
  ReportFormat format;
  format.cells.resize(4);
  format.cells[0].parts = {1, 2, 3};
  FormsWithGroups forms;
  const auto printed = forms.of(format, {0});
  CHECK(printed->cells[0].kind == CellKind::printed);
  CHECK(printed->cells[0].parts.empty());
  CHECK(forms.of(format, {0}) == printed);
  CHECK(forms.of(format, {}) != printed);
  CHECK(forms.of(format, {})->cells[0].parts.size() == 3);
}

}  // namespace
}  // namespace gov_report
