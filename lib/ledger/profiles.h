// profiles.h - records sorted into kinds that no condition can tell apart.
//
// A condition of a schema asks little of a record: whether a field is filled,
// which class it has, whether a date lies before, in or after the year. Records
// with the same answers have one profile, and what is judged for one of them
// holds for all: once for each of a few hundred profiles, not for each of a
// few million records.
//
//   in      records of one ledger, for one report year
//   out     numbers from 0, in the order in which profiles turn up
//   absent  kNone for a record that must be judged by itself: beyond kMost
//           profiles, or in a ledger of so many fields that no key holds them
//   memory  at most kMost keys

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ledger/matches.h"

namespace gov_report {

class Profiles {
 public:
  using Id = std::uint32_t;
  static constexpr Id kNone = ~Id{0};
  static constexpr Id kMost = Id{1} << 16U;

  Profiles(const LedgerFormat& format, const ReportYear& year);

  // What will be judged by profile, all before the first record. Nothing else
  // of a record makes a difference.

  void ask(const Where& where);
  /// Whether the field is empty, bad or filled.
  void ask_kind(FieldIndex field);

  /// `filled` are the fields that differ from record to record; the others
  /// must have the same value in all of them.
  Id of(const Record& record, std::span<const FieldIndex> filled);

 private:
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::size_t hash() const;
    friend bool operator==(const Key&, const Key&) = default;
  };
  /// A free slot has number 0.
  struct Slot {
    Key key;
    std::uint32_t number = 0;  ///< of the profile, plus 1
  };
  struct FieldPlace {
    FieldType type = FieldType::text;
    bool asked = false;
    bool asks_body = false;  ///< a condition compares it with the body's name
    std::uint8_t shift = 0;  ///< of the answer in its half of the key
    bool high = false;
  };

  /// Fields of records, by what is asked of them: so many of a kind in a row
  /// need no decision for each.
  struct Term {
    FieldIndex field = 0;
    std::uint8_t shift = 0;
  };
  struct HalfPlan {
    std::vector<Term> dates;
    std::vector<Term> classes;
    std::vector<Term> others;
  };
  struct Plan {
    std::vector<FieldIndex> fields;  ///< of which it was made
    HalfPlan low;
    HalfPlan high;
  };

  void lay_out();
  void plan(std::span<const FieldIndex> filled);
  std::uint64_t answers(const HalfPlan& half, const Record& record) const;
  std::uint64_t answer_of_other(FieldIndex field, const Value& value) const;
  Id enter(const Key& key, std::size_t at);
  void grow();

  const LedgerFormat& format_;
  const ReportYear& year_;
  std::vector<FieldPlace> places_;
  bool usable_ = true;
  bool laid_out_ = false;
  Plan plan_;
  std::size_t known_ = 0;
  std::vector<Slot> slots_;
};

}  // namespace gov_report
