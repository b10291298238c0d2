#include "schema/load_pages.h"

#include "base/text.h"
#include "schema/map_reader.h"

namespace gov_report {
namespace {

class PageLoader {
 public:
  PageLoader(const YamlNode& root, bool try_patterns, SchemaErrors& errors)
      : root_(root, errors), try_patterns_(try_patterns), errors_(errors) {}

  PageFormat load() {
    PageFormat pages;
    if (const YamlNode* node = root_.required("title")) {
      MapReader map(*node, errors_);
      map.citation();
      pages.title = {
          pattern(map, "front"),      patterns(map, "years", 2),
          numbers(map, "numerals"),   pattern(map, "pattern", 1),
          pattern(map, "notice", 3),  pattern(map, "without_year", 1),
          pattern(map, "cut"),        pattern(map, "no_title"),
          pattern(map, "not_a_name"), pattern(map, "name_alone")};
    }
    pages.ends = pattern(root_, "ends");
    pages.page_number = pattern(root_, "page_number");
    if (const YamlNode* node = root_.required("figure")) {
      MapReader map(*node, errors_);
      // One pattern takes a third of the time.
      pages.figure = {Pattern(pattern(map, "before").expression() + "|" +
                              pattern(map, "after").expression() + "|" +
                              pattern(map, "instead").expression()),
                      map.number("longest", 0)};
    }
    if (const YamlNode* node = root_.required("other_sense")) {
      MapReader map(*node, errors_);
      map.citation();
      pages.other_sense = {
          pattern(map, "note"),   pattern(map, "time"), pattern(map, "year", 2),
          pattern(map, "scope"),  pattern(map, "part"), pattern(map, "table"),
          pattern(map, "filler"), money(map),           {}};
      SenseWords& sense = pages.other_sense;
      // Nearly all labels have none of them: that takes one pattern to tell.
      sense.any = Pattern(
          sense.note.expression() + "|" + sense.time.expression() + "|" +
          sense.year.expression() + "|" + sense.scope.expression());
    }
    for (const YamlNode& item :
         items_of(root_.required("no_report"), errors_)) {
      MapReader map(item, errors_);
      pages.no_report.push_back(
          {map.required_text("variant"), pattern(map, "pattern")});
    }
    for (const YamlNode& item : items_of(root_.required("bodies"), errors_)) {
      pages.bodies.push_back(body(item));
    }
    return pages;
  }

 private:
  Pattern pattern(MapReader& map, std::string_view key,
                  std::size_t groups = 0) {
    const YamlNode* node = map.required(key);
    return node == nullptr ? Pattern() : compiled(*node, groups);
  }

  std::vector<Pattern> patterns(MapReader& map, std::string_view key,
                                std::size_t groups) {
    std::vector<Pattern> all;
    for (const YamlNode& item : items_of(map.required(key), errors_)) {
      all.push_back(compiled(item, groups));
    }
    return all;
  }

  Pattern compiled(const YamlNode& node, std::size_t groups) {
    if (!try_patterns_) return Pattern(node.text);
    std::string reason;
    const auto compiled = Pattern::compile(node.text, &reason);
    if (compiled && compiled->groups() >= groups) return *compiled;
    if (compiled) reason = std::to_string(groups) + " groups expected";
    errors_.add(node.at, "bad-pattern",
                {{"detail", printable(node.text) + ": " + reason}});
    return {};
  }

  std::map<std::string, int> numbers(MapReader& map, std::string_view key) {
    std::map<std::string, int> all;
    const YamlNode* node = map.required(key);
    if (node == nullptr) return all;
    MapReader values(*node, errors_);
    for (const YamlEntry& entry : node->entries) {
      all[entry.first.text] = values.number(entry.first.text, 0);
    }
    return all;
  }

  MoneyWords money(MapReader& sense) {
    MoneyWords money;
    const YamlNode* node = sense.required("money");
    if (node == nullptr) return money;
    MapReader map(*node, errors_);
    money.pattern = pattern(map, "pattern", 1);
    money.powers = numbers(map, "powers");
    return money;
  }

  BodyOfName body(const YamlNode& item) {
    MapReader map(item, errors_);
    BodyOfName body;
    body.name = pattern(map, "name");
    body.kind = map.required_text("kind");
    body.level = map.text("level");
    body.regulations = map.choice<std::optional<bool>>(
        "regulations",
        {{"yes", true}, {"no", false}, {"unknown", std::nullopt}},
        std::nullopt);
    return body;
  }

  MapReader root_;
  bool try_patterns_;
  SchemaErrors& errors_;
};

}  // namespace

std::optional<PageFormat> load_page_format(const DataFiles& files,
                                           const FindingSink& sink) {
  const std::string path = "schemas/pages.yaml";
  SchemaErrors errors(files.shown_name(path), sink);
  const auto bytes = files.read(path);
  if (!bytes) {
    errors.add({}, "missing-file", {{"value", path}});
    return std::nullopt;
  }
  YamlError broken;
  const auto root = parse_yaml(*bytes, broken);
  if (!root) {
    errors.add(broken.at, "yaml", {{"value", broken.words()}});
    return std::nullopt;
  }
  PageFormat pages =
      PageLoader(*root, files.override_of(path).has_value(), errors).load();
  if (errors.any()) return std::nullopt;
  return pages;
}

}  // namespace gov_report
