// record_index.h - the sheet that lists, figure by figure, the records and
// other figures behind it, each with a click to where it stands.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/workpapers.h"
#include "write/xlsx_file.h"

namespace gov_report {

inline constexpr std::size_t kIndexed = 200;  ///< records listed of a figure

/// Something that adds to a figure.
struct IndexedSource {
  std::string target;  ///< where a click goes
  std::string source;  ///< file and line
  std::string name;    ///< number of the record; may be empty
  Decimal adds;
};

/// What the sheet says of a figure itself.
struct IndexedFigure {
  std::string place;  ///< 'Sheet'!D5
  std::string id;
  std::string label;
  std::string count;  ///< how many records, in words
  std::string more;   ///< that not all are listed, in words
  std::string text;   ///< as the table prints it
  std::optional<Decimal> number;
};

class RecordIndex {
 public:
  explicit RecordIndex(std::size_t figures) : figures_(figures) {}

  /// Figures that come from no record, before any record of the figure.
  void add_input(std::size_t figure, IndexedSource source);
  /// Only counted where kIndexed are listed already, or it has no target.
  void add_record(std::size_t figure, IndexedSource source);

  std::uint64_t records(std::size_t figure) const {
    return figures_[figure].records;
  }
  std::uint64_t not_listed(std::size_t figure) const {
    return records(figure) - figures_[figure].listed;
  }

  /// Decides which figure stands in which row from `first` on; nothing may be
  /// added after it.
  void lay_out(int first);
  /// The row of a figure; 0 if nothing is behind it.
  int row_of(std::size_t figure) const { return figures_[figure].row; }

  /// REQUIRES: lay_out(), and figures in ascending order.
  void write(XlsxSheet& sheet, std::size_t figure,
             const IndexedFigure& words) const;

 private:
  struct Behind {
    std::vector<IndexedSource> sources;
    std::uint64_t records = 0;
    std::uint64_t listed = 0;  ///< of the records
    int row = 0;
  };
  std::vector<Behind> figures_;
};

}  // namespace gov_report
