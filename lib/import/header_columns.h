// header_columns.h - the columns of a table in a PDF, by the places of the
// words in its header, and which figures stand under them.
//
//      结果 其他 尚未      同比
//      维持 结果 审结 总计 增减
//        3    0    1    4   -1      3, 0, 1, 4
//
//   doubt   nullopt where a header of the row is not there, stands twice, or
//           is not below the ones of the form above it

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "import/form_rows.h"
#include "import/stretches.h"

namespace gov_report {

class HeaderColumns {
 public:
  /// `above`: the words in front of the first figures below the header.
  static std::optional<HeaderColumns> find(const Stretch& above,
                                           const FormRow& row);

  /// Whether headers of the row that are there stand in another order, or one
  /// of them twice.
  static bool are_in_other_order(const Stretch& above, const FormRow& row);

  /// The figure of each column of the form; what stands under other headers is
  /// left out. Empty: a column has none, or two, or one stands below no header.
  std::vector<TextPiece> place(const std::vector<TextPiece>& figures) const;
  /// As many figures as headers behind that of the labels, whether or not they
  /// stand under them: cells may be aligned in another way. Each is before,
  /// below or behind its own, and none as far as the one beside it. Empty: they
  /// do not. REQUIRES: no row has fewer or more.
  std::vector<TextPiece> one_by_one(
      const std::vector<TextPiece>& figures) const;
  /// How many headers stand behind that of the labels.
  std::size_t width() const { return columns_.size() - first_; }

 private:
  struct Column {
    Extent extent;
    std::optional<std::size_t> own;  ///< index of the form's column
  };

  const Column* column_at(Extent extent) const;

  std::size_t count_ = 0;        ///< of the form's columns
  std::vector<Column> columns_;  ///< from left to right
  std::size_t first_ = 0;        // behind the labels and their header
};

}  // namespace gov_report
