#include "source/yaml_events.h"

#include <libfyaml.h>

#include <algorithm>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"

namespace gov_report {

namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Bytes up to the first that may not stand in a YAML text; libfyaml would
/// take a NUL for the end of the file and say nothing.
std::size_t printable_size(std::string_view text) {
  const auto forbidden = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') ||
           byte == 0x7F;
  };
  return static_cast<std::size_t>(
      std::find_if(text.begin(), text.end(), forbidden) - text.begin());
}

/// The place of byte `offset`.
Position position_of(std::string_view text, std::size_t offset) {
  Position at{1, 1};
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n' ||
        (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
      ++at.line;
      line_start = i + 1;
    }
  }
  if (line_start == 0 && text.starts_with("\xEF\xBB\xBF")) line_start = 3;
  for (std::size_t i = line_start; i < offset; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++at.column;
  }
  return at;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::string_view line_of(std::string_view text, std::uint64_t number) {
  std::size_t start = 0;
  for (; number > 1; --number) {
    start = text.find_first_of("\r\n", start);
    if (start == std::string_view::npos) return {};
    start += text.substr(start, 2) == "\r\n" ? 2 : 1;
  }
  const std::string_view rest = text.substr(start);
  return rest.substr(0, rest.find_first_of("\r\n"));
}

bool YamlEvent::is_null() const {
  return kind == Kind::scalar && !quoted &&
         (text.empty() || text == "~" || text == "null");
}

struct YamlEvents::Parser {
  struct Spot {
    Position at{1, 1};
    std::size_t offset = 0;
  };

  std::string_view text;
  fy_diag* diag = nullptr;
  fy_parser* parser = nullptr;
  fy_event* event = nullptr;  // the one whose text the caller may still use
  std::optional<YamlError> failure;
  std::vector<Spot> open;          // sequences and mappings not yet ended
  Spot last_end;                   // where the last scalar or bracket ended
  std::optional<Spot> long_quote;  // the last event: a quote of many lines
  int documents = 0;

  explicit Parser(std::string_view yaml);
  ~Parser();

  bool next(YamlEvent& into);
  bool take(YamlEvent& into);
  bool take_node(YamlEvent& into, YamlEvent::Kind kind);
  void take_scalar(YamlEvent& into, fy_token* token);
  bool refuse_marks();
  bool fail(std::string variant, Position at, std::string detail = {});
  void check_characters();
  void explain();
  void explain(std::string_view message, Position at);
  bool flow_left_open(Position at) const;
  Spot spot_of(const fy_mark* mark, std::string_view before) const;
  Spot first_character(Spot spot) const;
};

YamlEvents::Parser::Parser(std::string_view yaml) : text(yaml) {
  check_characters();
  if (failure) return;
  fy_diag_cfg messages;
  fy_diag_cfg_default(&messages);
  messages.fp = nullptr;  // never to stderr
  messages.output_fn = [](fy_diag*, void*, const char*, std::size_t) {};
  diag = fy_diag_create(&messages);
  if (diag == nullptr) throw std::bad_alloc();
  fy_diag_set_collect_errors(diag, true);
  fy_parse_cfg config{};
  config.flags = static_cast<fy_parse_cfg_flags>(
      FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DEFAULT_VERSION_1_2 |
      FYPCF_JSON_NONE);
  config.diag = diag;
  parser = fy_parser_create(&config);
  if (parser == nullptr) throw std::bad_alloc();
  fy_parser_set_string(parser, text.data(), text.size());
}

YamlEvents::Parser::~Parser() {
  if (event != nullptr) fy_parser_event_free(parser, event);
  if (parser != nullptr) fy_parser_destroy(parser);
  if (diag != nullptr) fy_diag_destroy(diag);
}

bool YamlEvents::Parser::fail(std::string variant, Position at,
                              std::string detail) {
  failure = YamlError{std::move(variant), at, std::move(detail)};
  return false;
}

void YamlEvents::Parser::check_characters() {
  if (const auto invalid = first_invalid_utf8(text)) {
    fail("encoding", position_of(text, *invalid));
    return;
  }
  const std::size_t size = printable_size(text);
  if (size < text.size()) fail("control-character", position_of(text, size));
}

/// libfyaml marks quoted scalars, aliases and anchors behind their first
/// character; `before` holds the characters that may be that one.
YamlEvents::Parser::Spot YamlEvents::Parser::spot_of(
    const fy_mark* mark, std::string_view before) const {
  if (mark == nullptr) return last_end;
  Spot spot{{static_cast<std::uint64_t>(mark->line) + 1,
             static_cast<std::uint32_t>(mark->column) + 1},
            mark->input_pos};
  if (spot.offset > 0 && spot.at.column > 1 &&
      contains(before, text.substr(spot.offset - 1, 1))) {
    --spot.offset;
    --spot.at.column;
  }
  return spot;
}

bool YamlEvents::Parser::next(YamlEvent& into) {
  while (!failure && parser != nullptr) {
    if (event != nullptr) fy_parser_event_free(parser, event);
    event = fy_parser_parse(parser);
    if (event == nullptr) {
      if (fy_parser_get_stream_error(parser)) explain();
      return false;
    }
    if (take(into)) return true;
  }
  return false;
}

/// True if the libfyaml event is one that the caller sees.
bool YamlEvents::Parser::take(YamlEvent& into) {
  long_quote.reset();
  if (!refuse_marks()) return false;
  switch (event->type) {
    case FYET_DOCUMENT_START:
      if (++documents > 1) {
        fail("several-documents", spot_of(fy_event_start_mark(event), "").at);
      }
      return false;
    case FYET_SCALAR:
      return take_node(into, YamlEvent::Kind::scalar);
    case FYET_SEQUENCE_START:
      return take_node(into, YamlEvent::Kind::sequence);
    case FYET_MAPPING_START:
      return take_node(into, YamlEvent::Kind::mapping);
    case FYET_SEQUENCE_END:
    case FYET_MAPPING_END:
      into = {};
      into.kind = event->type == FYET_SEQUENCE_END
                      ? YamlEvent::Kind::end_sequence
                      : YamlEvent::Kind::end_mapping;
      last_end = spot_of(fy_event_end_mark(event), "");
      into.at = last_end.at;
      into.offset = into.end = last_end.offset;
      open.pop_back();
      return true;
    default:
      return false;
  }
}

/// Anchors, aliases and tags.
bool YamlEvents::Parser::refuse_marks() {
  if (event->type == FYET_ALIAS) {
    return fail("alias", spot_of(fy_event_start_mark(event), "*").at);
  }
  if (fy_token* anchor = fy_event_get_anchor_token(event)) {
    return fail("alias", spot_of(fy_token_start_mark(anchor), "&").at);
  }
  if (fy_token* tag = fy_event_get_tag_token(event)) {
    return fail("tag", spot_of(fy_token_start_mark(tag), "!").at);
  }
  return true;
}

bool YamlEvents::Parser::take_node(YamlEvent& into, YamlEvent::Kind kind) {
  into = {};
  into.kind = kind;
  fy_token* token = fy_event_get_token(event);
  if (kind == YamlEvent::Kind::scalar) {
    take_scalar(into, token);
    return true;
  }
  last_end = spot_of(token ? fy_token_start_mark(token) : nullptr, "");
  into.at = last_end.at;
  into.offset = into.end = last_end.offset;
  if (open.size() == static_cast<std::size_t>(kYamlDepth)) {
    return fail("depth", into.at, std::to_string(kYamlDepth));
  }
  open.push_back(last_end);
  return true;
}

void YamlEvents::Parser::take_scalar(YamlEvent& into, fy_token* token) {
  Spot start = last_end;
  if (token != nullptr) {
    std::size_t size = 0;
    const char* bytes = fy_token_get_text(token, &size);
    if (bytes == nullptr) throw std::bad_alloc();
    into.text = {bytes, size};
    const fy_scalar_style style = fy_token_scalar_style(token);
    into.quoted = style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED;
    start = spot_of(fy_token_start_mark(token), into.quoted ? "\"'" : "");
    last_end = spot_of(fy_token_end_mark(token), "");
    if (into.quoted) {  // libfyaml's end is before the closing quote
      ++last_end.offset;
      ++last_end.at.column;
    } else if (style == FYSS_LITERAL || style == FYSS_FOLDED) {
      start = first_character(start);
    }
  }
  if (into.quoted && start.at.line < last_end.at.line) long_quote = start;
  into.at = start.at;
  into.offset = start.offset;
  into.end = last_end.offset;
}

/// Block scalars are marked at the start of their first line.
YamlEvents::Parser::Spot YamlEvents::Parser::first_character(Spot spot) const {
  while (spot.offset < last_end.offset && text[spot.offset] == ' ') {
    ++spot.offset;
    ++spot.at.column;
  }
  return spot;
}

void YamlEvents::Parser::explain() {
  void* step = nullptr;
  const fy_diag_error* first = fy_diag_errors_iterate(diag, &step);
  if (first == nullptr || first->msg == nullptr) {
    fail("syntax", last_end.at);
    return;
  }
  Position at{static_cast<std::uint64_t>(std::max(first->line, 1)),
              static_cast<std::uint32_t>(std::max(first->column, 1))};
  explain(first->msg, at);
}

/// True if an opened bracket is all that is missing: `at` is the end.
bool YamlEvents::Parser::flow_left_open(Position at) const {
  if (open.empty()) return false;
  const char bracket =
      open.back().offset < text.size() ? text[open.back().offset] : ' ';
  if (bracket != '[' && bracket != '{') return false;
  const std::string_view line = line_of(text, at.line);
  const std::size_t end = std::max(last_end.offset, open.back().offset + 1);
  return is_blank(first_characters(line, at.column - 1)) &&
         is_blank(text.substr(end));
}

void YamlEvents::Parser::explain(std::string_view message, Position at) {
  const std::string_view line = line_of(text, at.line);
  const std::string_view left = first_characters(line, at.column - 1);
  if (contains(message, "quoted scalar")) {
    if (left.ends_with('"') || left.ends_with('\'')) --at.column;
    fail("unclosed-quote", at);
  } else if (long_quote && at.line <= last_end.at.line) {
    // A quote that ran on to the next one: what follows makes no sense.
    fail("unclosed-quote", long_quote->at);
  } else if (contains(message, "tab") || left.ends_with('\t')) {
    if (left.ends_with('\t')) --at.column;
    fail("tab", at);
  } else if (contains(message, "without a closing b") || flow_left_open(at)) {
    fail("unclosed-bracket", open.empty() ? at : open.back().at);
  } else if (contains(message, "nested block mapping on the same line")) {
    fail("colon-in-value", at);
  } else if (contains(message, "multiline plain key") ||
             contains(message, "wrongly indented")) {
    fail("indentation", at);
  } else {
    fail("syntax", at, std::string(message));
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
