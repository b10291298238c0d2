// xml_events.h - an XML text as events, for the parts of office files (expat).
//
//   in      UTF-8 or UTF-16; no document type: office files have none, and it
//           is where entity tricks live
//   out     elements and texts in their order; names without their prefix

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"

namespace gov_report {

class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  /// Empty if there is no such attribute.
  std::string_view get(std::string_view name) const;

 private:
  const char* const* pairs_;  // name, value, …, nullptr
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;
};

struct XmlError {
  std::string words;
  Position at;
};

/// False, and `error` filled, if the text is not well-formed, has a document
/// type, or nests more than kXmlDepth elements.
bool read_xml(std::string_view bytes, XmlHandler& handler, XmlError& error);

inline constexpr int kXmlDepth = 256;

}  // namespace gov_report
