// Words first, then the patterns over them, then the figures they name.

#include "schema/load_claims.h"

#include <algorithm>

#include "base/text.h"
#include "schema/claim_pattern.h"
#include "schema/load_claim_words.h"
#include "schema/map_reader.h"

namespace gov_report {
namespace {

using Kind = Claim::Kind;

std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(mark, from), text.size());
    parts.emplace_back(text.substr(from, to - from));
    from = to + mark.size();
  }
  return parts;
}

class ClaimLoader {
 public:
  ClaimLoader(const ReportFormat& report, const RuleCatalogue& rules,
              SchemaErrors& errors, bool compile)
      : report_(report), rules_(rules), errors_(errors), compile_(compile) {}

  ClaimFormat load(const YamlNode& root) {
    MapReader map(root, errors_);
    map.citation();
    format_.sections = map.texts("sections");
    for (const std::string& section : format_.sections) {
      check_section(section, map.at());
    }
    format_.masks = joined_pattern(map, "masks");
    format_.years = plain_pattern(map, "years");
    read_claim_words(map, format_);
    format_.link = link_pattern(map);
    format_.partial = kinds(map, "partial");
    format_.bodies = plain_pattern(map, "bodies");
    if (const YamlNode* node = map.required("context")) read_context(*node);
    format_.parts_after = kind(map, "parts_after");
    format_.parts_rule = map.required_text("parts_rule");
    check_rule(format_.parts_rule, map.at());
    format_.up = kind(map, "up");
    format_.down = kind(map, "down");
    if (errors_.any()) {
      // Their words may be wrong; the keys are known all the same.
      for (const char* key : {"claims", "incomparable", "mentions"}) {
        map.node(key);
      }
    } else {
      read_lists(map);
    }
    return std::move(format_);
  }

 private:
  void read_context(const YamlNode& node) {
    MapReader map(node, errors_);
    for (const auto& [section, words] : node.entries) {
      check_section(section.text, section.at);
      format_.context[section.text] = kinds(map, section.text);
    }
  }

  void read_lists(MapReader& map) {
    for (const YamlNode& item : items_of(map.required("claims"), errors_)) {
      read_claim(item);
    }
    for (const YamlNode& item : items_of(map.node("incomparable"), errors_)) {
      read_incomparable(item);
    }
    for (const YamlNode& item : items_of(map.node("mentions"), errors_)) {
      read_mention(item);
    }
  }

  WordKind* find_kind(std::string_view id, Position at) {
    const auto found = std::ranges::find(format_.kinds, id, &WordKind::id);
    if (found != format_.kinds.end()) return &*found;
    dangling(std::string(id), at, kind_ids());
    return nullptr;
  }

  WordKindIndex kind(MapReader& map, std::string_view key) {
    const WordKind* found = find_kind(map.required_text(key), map.at());
    return found == nullptr
               ? 0
               : static_cast<WordKindIndex>(found - format_.kinds.data());
  }

  std::vector<WordKindIndex> kinds(MapReader& map, std::string_view key) {
    std::vector<WordKindIndex> found;
    for (const std::string& id : map.texts(key)) {
      const WordKind* kind = find_kind(id, map.at());
      if (kind == nullptr) continue;
      found.push_back(static_cast<WordKindIndex>(kind - format_.kinds.data()));
    }
    return found;
  }

  std::vector<std::string> kind_ids() const {
    std::vector<std::string> ids;
    for (const WordKind& kind : format_.kinds) ids.push_back(kind.id);
    return ids;
  }

  void dangling(std::string value, Position at,
                const std::vector<std::string>& known) {
    const auto near = nearest(value, known);
    errors_.add(at, "dangling",
                {{"value", std::move(value)}, {"nearest", near.value_or("-")}});
  }

  // --- Patterns

  Pattern checked(std::string expression, Position at,
                  const std::string& written) {
    Pattern pattern(std::move(expression));
    if (compile_) {
      if (const auto error = pattern.error()) {
        // What follows names a piece of the expanded expression.
        errors_.add(at, "bad-pattern",
                    {{"detail", error->substr(0, error->find(": "))},
                     {"value", written}});
      }
    }
    return pattern;
  }

  std::optional<Pattern> plain_pattern(MapReader& map, std::string_view key) {
    const YamlNode* node = map.required(key);
    if (node == nullptr) return std::nullopt;
    return checked(node->text, node->at, node->text);
  }

  std::optional<Pattern> joined_pattern(MapReader& map, std::string_view key) {
    std::string all;
    const YamlNode* node = map.required(key);
    for (const YamlNode& item : items_of(node, errors_)) {
      if (compile_) checked(item.text, item.at, item.text);
      all += (all.empty() ? "(?:" : "|(?:") + item.text + ")";
    }
    return Pattern(all);
  }

  std::optional<Pattern> link_pattern(MapReader& map) {
    const YamlNode* node = map.required("link");
    if (node == nullptr) return std::nullopt;
    const auto expanded = expand_pattern(node->text, format_.kinds);
    for (const std::string& name : expanded.unknown) {
      dangling(name, node->at, kind_ids());
    }
    return checked(expanded.expression, node->at, node->text);
  }

  std::optional<ClaimPattern> word_pattern(MapReader& map, std::string_view key,
                                           std::string_view head,
                                           std::string_view tail,
                                           Claim& claim) {
    const YamlNode* node = map.node(key);
    if (node == nullptr) return std::nullopt;
    ExpandedPattern expanded = expand_pattern(node->text, format_.kinds);
    for (const std::string& name : expanded.unknown) {
      dangling(name, node->at, kind_ids());
    }
    claim.requires_.insert(claim.requires_.end(), expanded.requires_.begin(),
                           expanded.requires_.end());
    return ClaimPattern{
        checked(std::string(head) + "(?:" + expanded.expression + ")" +
                    std::string(tail),
                node->at, node->text),
        std::move(expanded.groups)};
  }

  // --- Claims

  void read_claim(const YamlNode& node) {
    MapReader map(node, errors_);
    Claim claim;
    claim.rule = map.required_text("rule");
    check_rule(claim.rule, map.at());
    claim.kind = read_kind(map);
    if (map.node("severity") != nullptr) {
      claim.severity = map.choice<Severity>("severity",
                                            {{"info", Severity::info},
                                             {"warning", Severity::warning},
                                             {"error", Severity::error}},
                                            Severity::error);
    }
    claim.what = map.bilingual("what");
    claim.before = word_pattern(map, "before", "", "$", claim);
    claim.after = word_pattern(map, "after", "^", "", claim);
    claim.find = word_pattern(map, "find", "", "", claim);
    claim.units = map.texts("units");
    claim.needs = kinds(map, "needs");
    claim.one_base = map.flag("one_base");
    if (map.node("percent") != nullptr) {
      claim.percent = Decimal(map.number("percent", 0));
    }
    const bool meant = is_meant(map);
    claim.equals = sums(map, "equals", meant);
    claim.share_of = sums(map, "share_of", meant);
    claim.of = sums(map, "of", meant);
    if (!claim.before && !claim.find) {
      errors_.add(map.at(), "missing-key", {{"key", "before, find"}});
    }
    if (meant) format_.claims.push_back(std::move(claim));
  }

  static Kind read_kind(MapReader& map) {
    return map.choice<Kind>("kind",
                            {{"count", Kind::count},
                             {"part", Kind::part},
                             {"named", Kind::named},
                             {"share", Kind::share},
                             {"growth", Kind::growth},
                             {"points", Kind::points},
                             {"change", Kind::change},
                             {"last_year", Kind::last_year},
                             {"none", Kind::none},
                             {"flat", Kind::flat},
                             {"trend", Kind::trend},
                             {"missing", Kind::missing}},
                            Kind::count);
  }

  /// Whether an entry is for the report format at hand.
  bool is_meant(MapReader& map) {
    const auto formats = map.texts("formats");
    return formats.empty() ||
           std::ranges::find(formats, report_.id) != formats.end();
  }

  std::vector<ClaimSum> sums(MapReader& map, std::string_view key, bool meant) {
    std::vector<ClaimSum> all;
    const YamlNode* node = map.node(key);
    if (node == nullptr) return all;
    for (const std::string& text : text_list(*node, errors_)) {
      ClaimSum sum{split(text, " + ")};
      for (const std::string& term : sum.terms) {
        if (meant) check_cells(term, node->at);
      }
      all.push_back(std::move(sum));
    }
    return all;
  }

  /// Every cell that a term can name is there.
  void check_cells(const std::string& term, Position at) {
    const std::size_t open = term.find('<');
    const std::size_t close = term.find('>');
    if (open == std::string::npos || close == std::string::npos) {
      if (!report_.cell(term)) dangling_cell(term, at);
      return;
    }
    const WordKind* kind =
        find_kind(term.substr(open + 1, close - open - 1), at);
    if (kind == nullptr) return;
    for (const auto& value : kind->values) {
      for (const std::string& id : value) {
        check_cells(term.substr(0, open) + id + term.substr(close + 1), at);
      }
    }
  }

  void dangling_cell(const std::string& id, Position at) {
    std::vector<std::string> known;
    for (const CellFormat& cell : report_.cells) known.push_back(cell.id);
    dangling(id, at, known);
  }

  void read_incomparable(const YamlNode& node) {
    MapReader map(node, errors_);
    Incomparable entry{map.required_text("rule"), map.texts("cells")};
    check_rule(entry.rule, map.at());
    map.citation();
    if (!is_meant(map)) return;
    for (const std::string& id : entry.cells) {
      const bool known =
          std::ranges::any_of(report_.cells, [&](const CellFormat& cell) {
            return cell.id == id || cell.id.starts_with(id + ".");
          });
      if (!known) dangling_cell(id, map.at());
    }
    format_.incomparable.push_back(std::move(entry));
  }

  void read_mention(const YamlNode& node) {
    MapReader map(node, errors_);
    Mention mention{map.required_text("rule"), map.required_text("section"),
                    Pattern(""), std::nullopt};
    check_rule(mention.rule, map.at());
    check_section(mention.section, map.at());
    map.citation();
    if (const auto find = plain_pattern(map, "find")) {
      mention.find = Pattern(find->expression());
    }
    const bool meant = is_meant(map);
    if (const YamlNode* condition = map.node("if")) {
      mention.condition = parse_comparison(condition->text);
      if (!mention.condition) {
        errors_.add(condition->at, "bad-expression",
                    {{"value", condition->text}});
      } else if (meant) {
        check_terms(*mention.condition, condition->at);
      }
    }
    if (meant) format_.mentions.push_back(std::move(mention));
  }

  void check_terms(const ParsedComparison& comparison, Position at) {
    for (const auto* side : {&comparison.left, &comparison.right}) {
      for (const ParsedTerm& term : *side) {
        if (!term.name.empty()) check_cells(term.name, at);
      }
    }
  }

  void check_section(const std::string& id, Position at) {
    std::vector<std::string> known;
    for (const SectionFormat& section : report_.sections) {
      known.push_back(section.id);
    }
    if (std::ranges::find(known, id) == known.end()) dangling(id, at, known);
  }

  void check_rule(const std::string& id, Position at) {
    if (id.empty() || rules_.find(id) != nullptr) return;
    std::vector<std::string> known;
    for (const Rule& rule : rules_.rules()) known.push_back(rule.id);
    const auto near = nearest(id, known);
    errors_.add(at, "dangling",
                {{"value", "rule: " + id}, {"nearest", near.value_or("-")}});
  }

  const ReportFormat& report_;
  const RuleCatalogue& rules_;
  SchemaErrors& errors_;
  bool compile_;
  ClaimFormat format_;
};

}  // namespace

const WordKind* ClaimFormat::kind_of(char32_t mark) const {
  if (mark < kFirstWordMark || mark > kLastWordMark) return nullptr;
  const auto found = std::ranges::find_if(
      kinds, [&](const WordKind& kind) { return kind.has(mark); });
  return found == kinds.end() ? nullptr : &*found;
}

std::optional<ClaimFormat> load_claims(std::string_view text, std::string file,
                                       const ReportFormat& report,
                                       const RuleCatalogue& rules, bool compile,
                                       const FindingSink& sink) {
  SchemaErrors errors(std::move(file), sink);
  YamlError broken;
  const auto root = parse_yaml(text, broken);
  if (!root) {
    errors.add(broken.at, "yaml", {{"value", broken.words()}});
    return std::nullopt;
  }
  ClaimFormat format = ClaimLoader(report, rules, errors, compile).load(*root);
  if (errors.any()) return std::nullopt;
  return format;
}

std::optional<ClaimFormat> load_claims(const DataFiles& files,
                                       const ReportFormat& report,
                                       const RuleCatalogue& rules,
                                       const FindingSink& sink) {
  const std::string path = "schemas/claims.yaml";
  const auto text = files.read(path);
  if (!text) {
    SchemaErrors errors(files.shown_name(path), sink);
    errors.add({}, "missing-file", {{"value", path}});
    return std::nullopt;
  }
  return load_claims(*text, files.shown_name(path), report, rules,
                     files.override_of(path).has_value(), sink);
}

}  // namespace gov_report
