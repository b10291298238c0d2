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
  /// Figures as many as the headers behind the row's label are theirs one by
  /// one. `label_end`: across the page; 0: the row has no label.
  std::vector<TextPiece> place(const std::vector<TextPiece>& figures,
                               std::size_t label_end = 0) const;

 private:
  struct Column {
    Extent extent;
    std::optional<std::size_t> own;  ///< index of the form's column
  };

  const Column* column_at(Extent extent) const;
  bool stand_one_by_one(const std::vector<TextPiece>& figures,
                        std::size_t first) const;

  std::size_t count_ = 0;        ///< of the form's columns
  std::vector<Column> columns_;  ///< from left to right
};

}  // namespace gov_report
