// comparable.h - last year's figures in the terms of this year's form.

#pragma once

#include "schema/crosswalk.h"
#include "tally/report_file.h"

namespace gov_report {

/// Enters figures that go on under another id under that one, too, and each
/// figure of the new form without a counterpart in `not_comparable`, with the
/// reason. A cell that was split stays under its old id, which is that of the
/// sum. Figures that were dropped stay: a text may still quote them.
void make_comparable(SealedReport& last, const Crosswalk& crosswalk);

}  // namespace gov_report
