// load_claim_words.h - the words of schemas/claims.yaml: lexicon, numbers,
// vocabulary.

#pragma once

#include "schema/claim_format.h"
#include "schema/map_reader.h"

namespace gov_report {

/// Reads sentence_ends, numbers, vocabulary, words, fillers, times,
/// incomplete and thresholds into `format`.
void read_claim_words(MapReader& map, ClaimFormat& format);

}  // namespace gov_report
