#include "source/xml_events.h"

#include <expat.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <new>

namespace gov_report {
namespace {

std::string_view local_name(const char* name) {
  const std::string_view all = name;
  const std::size_t colon = all.rfind(':');
  return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

/// What the callbacks of the parser are told.
struct Events {
  XML_Parser parser = nullptr;
  XmlHandler* handler = nullptr;
  int depth = 0;
  bool any = false;     // since it was last cleared
  std::string refused;  // why we stopped; empty: we did not

  void refuse(const char* why) {
    refused = why;
    XML_StopParser(parser, XML_FALSE);
  }
};

void on_open(void* data, const char* name, const char** attributes) {
  auto& reading = *static_cast<Events*>(data);
  reading.any = true;
  if (++reading.depth > kXmlDepth) {
    reading.refuse("nested too deep");
    return;
  }
  reading.handler->open(local_name(name), XmlAttributes(attributes));
}

void on_close(void* data, const char* name) {
  auto& reading = *static_cast<Events*>(data);
  reading.any = true;
  --reading.depth;
  if (reading.refused.empty()) reading.handler->close(local_name(name));
}

void on_text(void* data, const char* piece, int size) {
  auto& reading = *static_cast<Events*>(data);
  reading.any = true;
  reading.handler->text({piece, static_cast<std::size_t>(size)});
}

void on_doctype(void* data, const char* /*name*/, const char* /*system*/,
                const char* /*public*/, int /*internal*/) {
  static_cast<Events*>(data)->refuse("document type not allowed");
}

using Parser = std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)>;

Parser make_parser() {
  return Parser(XML_ParserCreate(nullptr),
                [](XML_Parser parser) { XML_ParserFree(parser); });
}

void connect(XML_Parser parser, Events& events) {
  XML_SetUserData(parser, &events);
  XML_SetElementHandler(parser, on_open, on_close);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetStartDoctypeDeclHandler(parser, on_doctype);
}

XmlError error_of(XML_Parser parser, const Events& events) {
  return {events.refused.empty() ? XML_ErrorString(XML_GetErrorCode(parser))
                                 : events.refused,
          {XML_GetCurrentLineNumber(parser),
           static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser) + 1)}};
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == name) return pair[1];
  }
  return {};
}

bool read_xml(std::string_view bytes, XmlHandler& handler, XmlError& error) {
  const Parser parser = make_parser();
  if (!parser || bytes.size() > std::numeric_limits<int>::max()) {
    error = {"too large", {}};
    return false;
  }
  Events events{parser.get(), &handler, 0, false, {}};
  connect(parser.get(), events);
  if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()),
                XML_TRUE) == XML_STATUS_OK) {
    return true;
  }
  error = error_of(parser.get(), events);
  return false;
}

struct XmlStream::Reading {
  Parser parser = make_parser();
  Events events;
};

XmlStream::XmlStream(XmlHandler& handler)
    : reading_(std::make_unique<Reading>()) {
  if (!reading_->parser) throw std::bad_alloc();
  reading_->events = {reading_->parser.get(), &handler, 0, false, {}};
  connect(reading_->parser.get(), reading_->events);
}

XmlStream::~XmlStream() = default;

char* XmlStream::room(std::size_t size) {
  return static_cast<char*>(
      XML_GetBuffer(reading_->parser.get(), static_cast<int>(size)));
}

XmlStream::State XmlStream::parse(std::size_t filled, bool last) {
  last_ = last;
  unread_ = reading_->events.any ? filled : unread_ + filled;
  reading_->events.any = false;
  if (unread_ > kXmlToken) {
    error_ = {"a tag is too long", {}};
    return State::failed;
  }
  return state_after(
      XML_ParseBuffer(reading_->parser.get(), static_cast<int>(filled), last));
}

XmlStream::State XmlStream::resume() {
  return state_after(XML_ResumeParser(reading_->parser.get()));
}

XmlStream::State XmlStream::state_after(int status) {
  if (status == XML_STATUS_SUSPENDED) return State::paused;
  if (status == XML_STATUS_OK) return last_ ? State::done : State::more;
  error_ = error_of(reading_->parser.get(), reading_->events);
  return State::failed;
}

void XmlStream::pause() {
  XML_StopParser(reading_->parser.get(), XML_TRUE);
}

}  // namespace gov_report
