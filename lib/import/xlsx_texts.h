// xlsx_texts.h - the texts of a workbook, as far as a reader sees them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/xml_events.h"

namespace gov_report {

/// Which texts of a cell a reader sees as its own: neither phonetic marks nor
/// runs that are struck out, raised or lowered.
class TextRuns {
 public:
  void open(std::string_view name, const XmlAttributes& attributes);
  void close(std::string_view name);
  bool is_read() const { return !in_phonetic_ && !left_out_; }

 private:
  bool in_phonetic_ = false;
  bool left_out_ = false;
};

/// The texts of <si>.
class StringsHandler : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view piece) override;

  std::vector<std::string> strings;

 private:
  TextRuns runs_;
  bool in_text_ = false;
};

}  // namespace gov_report
