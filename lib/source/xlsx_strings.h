// xlsx_strings.h - the shared strings of a workbook, in one piece of memory.
//
//   in      xl/sharedStrings.xml, as XML events
//   out     texts by number; runs of rich text joined, phonetic marks left out
//   limits  full() once texts and their places take kSharedStringsLimit bytes

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/xml_events.h"

namespace gov_report {

inline constexpr std::size_t kSharedStringsLimit = 240 << 20;

class SharedStrings : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view piece) override;

  /// Valid as long as the strings; nullopt if there is no such text.
  std::optional<std::string_view> at(std::size_t number) const;
  bool full() const { return full_; }

 private:
  std::string texts_;
  std::vector<std::uint32_t> ends_;
  bool in_text_ = false;
  bool in_phonetic_ = false;
  bool full_ = false;
};

}  // namespace gov_report
