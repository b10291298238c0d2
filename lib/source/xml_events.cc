#include "source/xml_events.h"

#include <expat.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace gov_report {
namespace {

std::string_view local_name(const char* name) {
  const std::string_view all = name;
  const std::size_t colon = all.rfind(':');
  return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

struct Reading {
  XML_Parser parser = nullptr;
  XmlHandler* handler = nullptr;
  int depth = 0;
  std::string refused;  // why we stopped; empty: we did not

  void refuse(const char* why) {
    refused = why;
    XML_StopParser(parser, XML_FALSE);
  }
};

void on_open(void* data, const char* name, const char** attributes) {
  auto& reading = *static_cast<Reading*>(data);
  if (++reading.depth > kXmlDepth) {
    reading.refuse("nested too deep");
    return;
  }
  reading.handler->open(local_name(name), XmlAttributes(attributes));
}

void on_close(void* data, const char* name) {
  auto& reading = *static_cast<Reading*>(data);
  --reading.depth;
  if (reading.refused.empty()) reading.handler->close(local_name(name));
}

void on_text(void* data, const char* piece, int size) {
  auto& reading = *static_cast<Reading*>(data);
  reading.handler->text({piece, static_cast<std::size_t>(size)});
}

void on_doctype(void* data, const char* /*name*/, const char* /*system*/,
                const char* /*public*/, int /*internal*/) {
  static_cast<Reading*>(data)->refuse("document type not allowed");
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == name) return pair[1];
  }
  return {};
}

bool read_xml(std::string_view bytes, XmlHandler& handler, XmlError& error) {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(
      XML_ParserCreate(nullptr), [](XML_Parser p) { XML_ParserFree(p); });
  if (!parser || bytes.size() > std::numeric_limits<int>::max()) {
    error = {"too large", {}};
    return false;
  }
  Reading reading{parser.get(), &handler, 0, {}};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()),
                XML_TRUE) == XML_STATUS_OK) {
    return true;
  }
  error.words = reading.refused.empty()
                    ? XML_ErrorString(XML_GetErrorCode(parser.get()))
                    : reading.refused;
  error.at = {
      XML_GetCurrentLineNumber(parser.get()),
      static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser.get()) + 1)};
  return false;
}

}  // namespace gov_report
