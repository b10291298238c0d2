#include "schema/load_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "base/text.h"
#include "schema/rule_causes.h"

namespace gov_report {
namespace {

const std::map<std::string, Severity>& severity_names() {
  static const std::map<std::string, Severity> kNames = {
      {"info", Severity::info},
      {"warning", Severity::warning},
      {"error", Severity::error}};
  return kNames;
}

RuleMessage read_message(const YamlNode& yaml, SchemaErrors& errors) {
  MapReader map(yaml, errors);
  RuleMessage message;
  map.required("headline");
  message.headline = map.bilingual("headline");
  message.note = map.bilingual("note");
  message.expected = map.bilingual("expected");
  message.reported = map.bilingual("reported");
  message.effect = map.bilingual("effect");
  message.remedy = map.bilingual("remedy");
  message.remedy_published = map.bilingual("remedy-published");
  return message;
}

RuleMessages read_messages(const YamlNode& yaml, SchemaErrors& errors) {
  RuleMessages messages;
  for (const auto& [variant, message] : yaml.entries) {
    messages.emplace(variant.text, read_message(message, errors));
  }
  return messages;
}

std::vector<std::string> read_formats(MapReader& map) {
  auto formats = map.texts("formats");
  if (formats == std::vector<std::string>{"both"}) formats.clear();
  return formats;
}

SeverityCase read_severity_case(const YamlNode& yaml, SchemaErrors& errors) {
  MapReader map(yaml, errors);
  SeverityCase one;
  one.formats = read_formats(map);
  if (const YamlNode* years = map.node("years")) {
    MapReader range(*years, errors);
    one.from_year = range.number("from", 0);
    one.to_year = range.number("to", 9999);
  }
  map.required("is");
  one.is = map.choice<Severity>("is", severity_names(), Severity::error);
  return one;
}

/// A word, or a list of cases whose last alone holds always.
std::vector<SeverityCase> read_severities(MapReader& map) {
  const YamlNode* node = map.node("severity");
  if (node == nullptr || node->kind == YamlNode::Kind::scalar) {
    return {
        {{},
         0,
         9999,
         map.choice<Severity>("severity", severity_names(), Severity::error)}};
  }
  std::vector<SeverityCase> cases;
  for (const YamlNode& item : items_of(node, map.errors())) {
    cases.push_back(read_severity_case(item, map.errors()));
  }
  const auto general = std::ranges::find_if(cases, &SeverityCase::always);
  if (general != cases.end() && general + 1 == cases.end()) return cases;
  map.errors().add(node->at, "no-general-severity");
  return {SeverityCase{}};
}

void read_head(MapReader& map, Rule& rule) {
  rule.id = map.required_text("id");
  rule.severities = read_severities(map);
  rule.formats = read_formats(map);
  rule.scope = map.required_text("scope");
  rule.stops = map.flag("stops");
  rule.status = map.choice<Rule::Status>("status",
                                         {{"beta", Rule::Status::beta},
                                          {"active", Rule::Status::active},
                                          {"retired", Rule::Status::retired},
                                          {"planned", Rule::Status::planned}},
                                         Rule::Status::active);
  if (map.node("waivable") != nullptr) rule.waivable = map.flag("waivable");
  const bool retired = rule.status == Rule::Status::retired;
  rule.since = retired ? map.required_text("since") : map.text("since");
  rule.replaced_by = map.text("replaced_by");
  rule.citation = map.citation();
  rule.follows_from = map.texts("follows_from");
}

/// A text that must be there in both languages.
Text required_words(MapReader& map, std::string_view key) {
  map.required(key);
  return map.bilingual(key);
}

void read_words(MapReader& map, bool whole, RuleWords& words) {
  words.checks = required_words(map, "checks");
  words.why = required_words(map, "why");
  words.example =
      whole ? required_words(map, "example") : map.bilingual("example");
  words.fix = whole ? required_words(map, "fix") : map.bilingual("fix");
  if (const YamlNode* messages = map.node("messages")) {
    words.messages = read_messages(*messages, map.errors());
  }
}

/// Heading of the rules that follow it.
Text read_heading(const YamlNode& item, SchemaErrors& errors) {
  MapReader map(item, errors);
  return map.bilingual("heading");
}

void check_retired(const YamlNode& item, const Rule& rule,
                   SchemaErrors& errors) {
  if (rule.status != Rule::Status::retired || !rule.stops) return;
  errors.add(
      item.at, "bad-value",
      {{"key", "status"}, {"value", "retired"}, {"allowed", "stops: false"}});
}

void check_replacements(const std::vector<std::pair<Position, std::string>>& by,
                        const RuleCatalogue& catalogue, SchemaErrors& errors) {
  for (const auto& [at, id] : by) {
    if (catalogue.find(id) != nullptr) continue;
    std::vector<std::string> known;
    for (const Rule& one : catalogue.rules()) known.push_back(one.id);
    errors.add(at, "dangling",
               {{"value", "replaced_by: " + id},
                {"nearest", nearest(id, known).value_or("-")}});
  }
}

}  // namespace

RuleCatalogue load_rules(const YamlNode& root, SchemaErrors& errors) {
  MapReader map(root, errors);
  RuleCatalogue catalogue;
  if (const YamlNode* shared = map.node("shared")) {
    catalogue.share(
        [messages = read_messages(*shared, errors)] { return messages; });
  }
  Text group;
  std::vector<std::pair<Position, std::string>> replacements;
  std::vector<Position> places;
  for (const YamlNode& item : items_of(map.required("rules"), errors)) {
    if (item.find("heading") != nullptr) {
      group = read_heading(item, errors);
      continue;
    }
    MapReader reader(item, errors);
    Rule rule;
    RuleWords words;
    read_head(reader, rule);
    read_words(reader, rule.status != Rule::Status::planned, words);
    check_retired(item, rule, errors);
    rule.group = group;
    if (!rule.replaced_by.empty()) {
      replacements.emplace_back(item.find("replaced_by")->at, rule.replaced_by);
    }
    if (catalogue.find(rule.id) != nullptr) {
      errors.add(item.at, "duplicate", {{"value", rule.id}});
      continue;
    }
    catalogue.add(std::move(rule),
                  [words = std::move(words)] { return words; });
    places.push_back(item.at);
  }
  check_causes(catalogue, places, errors);
  check_replacements(replacements, catalogue, errors);
  return catalogue;
}

namespace {

/// Takes the first line off `text`; without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

bool begins_words(std::string_view line) {
  constexpr std::array<std::string_view, 5> kKeys = {
      "    checks:", "    why:", "    example:", "    fix:", "    messages:"};
  return std::ranges::any_of(
      kKeys, [line](std::string_view key) { return line.starts_with(key); });
}

/// A value that YAML takes as it stands.
bool is_plain(std::string_view value) {
  return !value.empty() &&
         ((value[0] & 0x80) != 0 ||
          std::isalnum(static_cast<unsigned char>(value[0])) != 0) &&
         value.find(": ") == std::string_view::npos &&
         value.find(" #") == std::string_view::npos && value.back() != ':' &&
         value.back() != ' ' && value.back() != '\r';
}

YamlNode scalar(std::string_view text) {
  YamlNode node;
  node.text = text;
  return node;
}

YamlNode parsed(std::string_view text) {
  YamlError broken;
  return parse_yaml(text, broken).value_or(YamlNode{});
}

/// The head of a rule, a key and a value on each line; with values over
/// several lines it is left to the parser.
YamlNode head_of(std::string_view text) {
  YamlNode head;
  head.kind = YamlNode::Kind::mapping;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take_line(rest);
    const std::size_t colon = line.find(": ");
    const bool is_entry = line.size() > 4 && line[4] != ' ' && line[4] != '#' &&
                          colon != std::string_view::npos;
    if (!is_entry) return parsed(text).items.at(0);
    const std::string_view value = line.substr(colon + 2);
    head.entries.push_back({scalar(line.substr(4, colon - 4)),
                            is_plain(value) ? scalar(value) : parsed(value)});
  }
  return head;
}

/// Reads pieces of a text that stays where it is.
class RuleCutter {
 public:
  explicit RuleCutter(std::string text)
      : text_(std::make_shared<const std::string>(std::move(text))) {}

  RuleCatalogue cut() {
    std::string_view rest = *text_;
    const char* start = nullptr;
    enum class Part { none, shared, item } part = Part::none;
    const auto close = [&](const char* end) {
      const std::string_view piece(start,
                                   static_cast<std::size_t>(end - start));
      if (part == Part::shared) add_shared(piece);
      if (part == Part::item) add_item(piece);
      part = Part::none;
      start = end;
    };
    while (!rest.empty()) {
      const char* const at = rest.data();
      const std::string_view line = take_line(rest);
      const bool is_key = !line.empty() && line[0] != ' ' && line[0] != '#';
      const bool is_item = line.starts_with("  - ");
      if (!is_key && !(is_item && part != Part::shared)) continue;
      close(at);
      start = at;
      if (is_item) part = Part::item;
      if (line == "shared:") part = Part::shared;
    }
    close(text_->data() + text_->size());
    return std::move(catalogue_);
  }

 private:
  void add_shared(std::string_view piece) {
    catalogue_.share([text = text_, piece] {
      SchemaErrors errors({}, [](const Finding&) {});
      const YamlNode root = parsed(piece);
      const YamlNode* messages = root.find("shared");
      return messages == nullptr ? RuleMessages()
                                 : read_messages(*messages, errors);
    });
  }

  void add_item(std::string_view piece) {
    SchemaErrors errors({}, [](const Finding&) {});
    if (piece.starts_with("  - heading:")) {
      group_ = read_heading(parsed(piece).items.at(0), errors);
      return;
    }
    std::string_view rest = piece;
    const char* words_at = piece.data() + piece.size();
    while (!rest.empty()) {
      const char* const at = rest.data();
      if (!begins_words(take_line(rest))) continue;
      words_at = at;
      break;
    }
    const auto head_size = static_cast<std::size_t>(words_at - piece.data());
    Rule rule;
    rule.group = group_;
    const YamlNode head = head_of(piece.substr(0, head_size));
    MapReader map(head, errors);
    read_head(map, rule);
    catalogue_.add(std::move(rule),
                   [text = text_, words = piece.substr(head_size)] {
                     SchemaErrors ignored({}, [](const Finding&) {});
                     RuleWords read;
                     const YamlNode root = parsed(words);
                     MapReader reader(root, ignored);
                     read_words(reader, false, read);
                     return read;
                   });
  }

  std::shared_ptr<const std::string> text_;
  RuleCatalogue catalogue_;
  Text group_;
};

}  // namespace

RuleCatalogue cut_rules(std::string text) {
  return RuleCutter(std::move(text)).cut();
}

}  // namespace gov_report
