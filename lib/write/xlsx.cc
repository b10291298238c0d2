#include "write/xlsx.h"

#include <string>
#include <vector>

#include "write/grid.h"
#include "write/table_sheet.h"

namespace gov_report {

void write_xlsx(const Document& document, const std::filesystem::path& target) {
  XlsxFile file(target, {document.title, document.agency, document.date});
  std::vector<std::string> names;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const TableBlock* table = std::get_if<TableBlock>(&block);
      if (!table || table->rows == 0 || table->columns == 0) continue;
      validate_grid(*table);
      names.push_back(sheet_name(table->name, names));
      TableSheet(file.add_sheet(names.back()), *table)
          .write({document.title + "\n" + section.heading,
                  document.draft ? document.draft_mark : ""});
    }
  }
  file.close();
}

}  // namespace gov_report
