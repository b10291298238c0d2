#include "import/xlsx_texts.h"

#include "source/xlsx_values.h"

namespace gov_report {

void TextRuns::open(std::string_view name, const XmlAttributes& attributes) {
  if (name == "rPh") in_phonetic_ = true;
  const std::string_view value = attributes.get("val");
  if (name == "strike" && value != "0" && value != "false") left_out_ = true;
  if (name == "vertAlign" && value != "baseline") left_out_ = true;
}

void TextRuns::close(std::string_view name) {
  if (name == "rPh") in_phonetic_ = false;
  if (name == "r") left_out_ = false;
}

void StringsHandler::open(std::string_view name,
                          const XmlAttributes& attributes) {
  if (name == "si") strings.emplace_back();
  runs_.open(name, attributes);
  in_text_ = name == "t" && runs_.is_read();
}

void StringsHandler::close(std::string_view name) {
  runs_.close(name);
  in_text_ = false;
  if (name != "si" || strings.empty()) return;
  strings.back() = unescaped(std::move(strings.back()));
}

void StringsHandler::text(std::string_view piece) {
  if (in_text_ && !strings.empty()) strings.back() += piece;
}

}  // namespace gov_report
