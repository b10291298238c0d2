#include "source/yaml_events.h"

#include <yaml.h>

#include <algorithm>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "source/yaml_cursor.h"

namespace gov_report {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Control characters, which are not part of YAML.
std::size_t first_control_character(std::string_view text) {
  const auto forbidden = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') ||
           byte == 0x7F;
  };
  return static_cast<std::size_t>(
      std::find_if(text.begin(), text.end(), forbidden) - text.begin());
}

/// libyaml's words, or nothing.
std::string_view words(const char* message) {
  return message == nullptr ? std::string_view() : message;
}

}  // namespace

bool YamlEvent::is_null() const {
  return kind == Kind::scalar && !quoted &&
         (text.empty() || text == "~" || text == "null");
}

struct YamlEvents::Parser {
  using Spot = YamlCursor::Spot;

  std::string_view text;
  YamlCursor cursor;
  yaml_parser_t parser;
  bool ready = false;    // parser is initialised
  yaml_event_t event{};  // the one whose text the caller may still use
  std::optional<YamlError> failure;
  std::vector<Spot> open;          // sequences and mappings not yet ended
  Spot last_end;                   // where the last scalar or bracket ended
  std::optional<Spot> long_quote;  // the last event: a quote of many lines
  int documents = 0;

  explicit Parser(std::string_view yaml);
  ~Parser();

  bool next(YamlEvent& into);
  bool take(YamlEvent& into);
  bool take_start(YamlEvent& into, YamlEvent::Kind kind);
  bool take_end(YamlEvent& into, YamlEvent::Kind kind);
  bool take_scalar(YamlEvent& into);
  bool refuse_mark(const yaml_char_t* anchor, const yaml_char_t* tag);
  bool fail(std::string variant, Position at, std::string detail = {});
  void check_characters();
  void explain();
  void explain_syntax(std::string_view problem, const Spot& at);
};

YamlEvents::Parser::Parser(std::string_view yaml) : text(yaml), cursor(yaml) {
  check_characters();
  if (failure) return;
  if (!yaml_parser_initialize(&parser)) throw std::bad_alloc();
  ready = true;
  yaml_parser_set_input_string(
      &parser, reinterpret_cast<const unsigned char*>(text.data()),
      text.size());
}

YamlEvents::Parser::~Parser() {
  yaml_event_delete(&event);
  if (ready) yaml_parser_delete(&parser);
}

bool YamlEvents::Parser::fail(std::string variant, Position at,
                              std::string detail) {
  failure = YamlError{std::move(variant), at, std::move(detail)};
  return false;
}

void YamlEvents::Parser::check_characters() {
  if (const auto invalid = first_invalid_utf8(text)) {
    fail("encoding", cursor.at_byte(*invalid).at);
    return;
  }
  const std::size_t control = first_control_character(text);
  if (control < text.size()) {
    fail("control-character", cursor.at_byte(control).at);
  }
}

bool YamlEvents::Parser::next(YamlEvent& into) {
  while (!failure && ready) {
    yaml_event_delete(&event);
    if (!yaml_parser_parse(&parser, &event)) {
      explain();
      return false;
    }
    if (event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT) {
      return false;
    }
    if (take(into)) return true;
  }
  return false;
}

/// True if libyaml's event is one that the caller sees.
bool YamlEvents::Parser::take(YamlEvent& into) {
  long_quote.reset();
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      if (++documents > 1) {
        fail("several-documents",
             cursor.at_character(event.start_mark.index).at);
      }
      return false;
    case YAML_ALIAS_EVENT:
      return fail("alias", cursor.at_character(event.start_mark.index).at);
    case YAML_SCALAR_EVENT:
      return refuse_mark(event.data.scalar.anchor, event.data.scalar.tag) &&
             take_scalar(into);
    case YAML_SEQUENCE_START_EVENT:
      return refuse_mark(event.data.sequence_start.anchor,
                         event.data.sequence_start.tag) &&
             take_start(into, YamlEvent::Kind::sequence);
    case YAML_MAPPING_START_EVENT:
      return refuse_mark(event.data.mapping_start.anchor,
                         event.data.mapping_start.tag) &&
             take_start(into, YamlEvent::Kind::mapping);
    case YAML_SEQUENCE_END_EVENT:
      return take_end(into, YamlEvent::Kind::end_sequence);
    case YAML_MAPPING_END_EVENT:
      return take_end(into, YamlEvent::Kind::end_mapping);
    default:
      return false;
  }
}

bool YamlEvents::Parser::refuse_mark(const yaml_char_t* anchor,
                                     const yaml_char_t* tag) {
  if (anchor == nullptr && tag == nullptr) return true;
  return fail(anchor != nullptr ? "alias" : "tag",
              cursor.at_character(event.start_mark.index).at);
}

bool YamlEvents::Parser::take_start(YamlEvent& into, YamlEvent::Kind kind) {
  last_end = cursor.at_character(event.start_mark.index);
  into = {kind, last_end.at, last_end.byte, last_end.byte, {}, false};
  if (open.size() == static_cast<std::size_t>(kYamlDepth)) {
    return fail("depth", into.at, std::to_string(kYamlDepth));
  }
  open.push_back(last_end);
  return true;
}

bool YamlEvents::Parser::take_end(YamlEvent& into, YamlEvent::Kind kind) {
  last_end = cursor.at_character(event.end_mark.index);
  into = {kind, last_end.at, last_end.byte, last_end.byte, {}, false};
  open.pop_back();
  return true;
}

bool YamlEvents::Parser::take_scalar(YamlEvent& into) {
  const auto& scalar = event.data.scalar;
  const bool quoted = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                      scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  Spot start = last_end;
  if (event.end_mark.index > event.start_mark.index) {
    start = cursor.at_character(event.start_mark.index);
    last_end = cursor.at_character(event.end_mark.index);
  }
  if (quoted && start.at.line < last_end.at.line) long_quote = start;
  into = {YamlEvent::Kind::scalar,
          start.at,
          start.byte,
          last_end.byte,
          {reinterpret_cast<const char*>(scalar.value), scalar.length},
          quoted};
  return true;
}

void YamlEvents::Parser::explain() {
  if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  if (parser.error == YAML_READER_ERROR) {
    const std::size_t byte = std::min(parser.problem_offset, text.size());
    fail("control-character", cursor.at_byte(byte).at);
    return;
  }
  const Spot at = cursor.at_character(parser.problem_mark.index);
  const std::string_view context = words(parser.context);
  const Spot from = cursor.at_character(parser.context_mark.index);
  const bool at_end = is_blank(text.substr(at.byte));
  if (contains(context, "quoted scalar") && at_end) {
    fail("unclosed-quote", from.at);
  } else if (long_quote && at.at.line <= last_end.at.line) {
    // A quote that ran on to the next one: what follows makes no sense.
    fail("unclosed-quote", long_quote->at);
  } else if (contains(context, "parsing a flow") && at_end && !open.empty()) {
    fail("unclosed-bracket", open.back().at);
  } else {
    explain_syntax(words(parser.problem), at);
  }
}

void YamlEvents::Parser::explain_syntax(std::string_view problem,
                                        const Spot& at) {
  const std::string_view rest = text.substr(at.byte);
  if (rest.starts_with('\t')) {
    fail("tab", at.at);
  } else if (contains(problem, "mapping values are not allowed")) {
    const std::string_view left =
        first_characters(line_of(text, at.at.line), at.at.column - 1);
    fail(contains(left, ": ") ? "colon-in-value" : "indentation", at.at);
  } else if (contains(problem, "expected <document start>")) {
    fail("several-documents", at.at);
  } else {
    fail("syntax", at.at, std::string(problem));
  }
}

YamlEvents::YamlEvents(std::string_view text)
    : parser_(std::make_unique<Parser>(text)) {}

YamlEvents::~YamlEvents() = default;

bool YamlEvents::next(YamlEvent& event) {
  return parser_->next(event);
}

const YamlError* YamlEvents::error() const {
  return parser_->failure ? &*parser_->failure : nullptr;
}

}  // namespace gov_report
