// stacked_headers.h - headers of narrow columns in lines of text: each is
// broken into several lines, and the pieces of it stand below each other.
//
//      结果 其他 尚未
//      维持 结果 审结 总计
//        3    1    0    4

#pragma once

#include <vector>

#include "import/form_rows.h"
#include "import/stretches.h"

namespace gov_report {

/// Whether the pieces above each of a row's figures make up the header of its
/// column, and the headers above several columns stand over these. `above`: the
/// words in front of the figures.
bool stand_under_stacked_headers(const Stretch& above,
                                 const std::vector<TextPiece>& figures,
                                 const FormRow& row);

}  // namespace gov_report
