// part_rows.h - what must be kept of each record of a file so that it can be
// judged together with files that are read elsewhere: the values that must not
// come twice, and the applications that fees depend on.
//
//   in      the records of one file; threads have a copy each
//   out     lines of a part (docs/scale-out.md), in the order of the records
//   memory  the lines: about 40 bytes a record, 60 more where fees are kept

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/row_rules.h"
#include "check/tariff.h"
#include "ledger/record_reader.h"

namespace gov_report {

/// A value that must not come twice, where it stands and how messages name it.
/// The views are valid as long as what they were made from.
struct PartRow {
  std::uint64_t line = 0;   ///< of the record
  Place place;              ///< of the value; file and excerpt are not kept
  std::string_view value;   ///< as messages have it
  std::string_view key;     ///< rows with equal keys are the same
  std::string_view name;    ///< of the record, as messages have it
  std::string_view record;  ///< in full
};
/// As a JSON array: [line, column, width, value, key, name, record, line of the
/// value], without what goes by itself at its end.
std::string row_json(const PartRow& row);
std::string row_json(const CountedApplication& application);

/// Of which field or rule the rows of a group are.
std::string group_of_field(const LedgerFormat& ledger, FieldIndex field);
std::string group_of_rule(const LedgerFormat& ledger, const RowRule& rule);

class PartRows {
 public:
  /// `tariff` may be null.
  void add(const Record& record, const RecordReader& reader,
           const TariffRules* tariff);
  void add(const DistinctRow& row, const Record& record,
           const RecordReader& reader);
  /// Adds what a copy has taken.
  void absorb(const PartRows& other);

  /// JSON arrays with a comma between them; ends the collection.
  std::map<std::string, std::string> take_values();
  std::string take_applications();

 private:
  /// Texts in the order of lines, whichever thread they come from.
  struct Lines {
    struct Line {
      std::uint64_t line;
      std::size_t begin;
      std::size_t size;
    };
    void add(std::uint64_t line, std::string_view text);
    void absorb(const Lines& other);
    std::string joined();

    std::string text;
    std::vector<Line> lines;
  };

  std::map<std::string, Lines> values_;  // by group
  Lines applications_;
};

}  // namespace gov_report
