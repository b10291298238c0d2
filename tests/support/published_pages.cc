#include "support/published_pages.h"

#include "import/read_page.h"
#include "support/real_law.h"

namespace gov_report {

std::string table(const std::string& rows) {
  return kHead + "<table>" + kHeader + rows + "</table>";
}

std::optional<PublishedReport> read(const std::string& bytes,
                                    const std::string& name) {
  auto page =
      published_page(bytes, name, real_law().pages(), [](const Finding&) {});
  if (!page) return std::nullopt;
  return read_report(std::move(*page), real_law().words());
}

std::string cell(const PublishedReport& report, const std::string& id) {
  const Cell& found = report.table.cells[report.format->cell(id).value()];
  if (found.state == CellState::missing) return "-";
  return found.text;
}

std::string row(const PublishedReport& report, const std::string& id) {
  std::string all;
  for (const char* column :
       {"natural_person", "business", "research", "public_welfare",
        "legal_service", "other_organisation", "total"}) {
    const std::string text = cell(report, "applications." + id + "." + column);
    all += (all.empty() ? "" : ",") + text;
  }
  return all;
}

}  // namespace gov_report
