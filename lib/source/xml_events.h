// xml_events.h - an XML text as events, for the parts of office files (expat).
//
//   in      UTF-8 or UTF-16; no document type: office files have none, and it
//           is where entity tricks live
//   out     elements and texts in their order; names without their prefix

#pragma once

#include <cstddef>
#include <memory>
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
/// Bytes that a tag or a comment may have in an XmlStream: all of it is held.
inline constexpr std::size_t kXmlToken = 1 << 20;

/// The same of a text that comes piece by piece; the handler may pause it.
///
/// After `more` the next piece goes into room() and then to parse(); after
/// `paused` resume() goes on with the same piece.
class XmlStream {
 public:
  enum class State { more, paused, done, failed };

  /// REQUIRES: `handler` outlives the stream.
  explicit XmlStream(XmlHandler& handler);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Where the next `size` bytes go; nullptr if there is no memory.
  char* room(std::size_t size);
  /// Reads `filled` bytes of room(). `last`: there are no more.
  State parse(std::size_t filled, bool last);
  State resume();

  /// For the handler: stop after this event.
  void pause();

  const XmlError& error() const { return error_; }

 private:
  struct Reading;
  State state_after(int status);

  std::unique_ptr<Reading> reading_;
  bool last_ = false;
  std::size_t unread_ = 0;  // bytes since the last event, about
  XmlError error_;
};

}  // namespace gov_report
