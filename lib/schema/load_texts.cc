#include "schema/load_texts.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "schema/conditions.h"

namespace gov_report {
namespace {

/// The pattern of a node, tried out only where that is asked for.
Pattern compiled(const YamlNode& node, std::size_t groups, bool try_it,
                 SchemaErrors& errors) {
  if (!try_it) return Pattern(node.text);
  std::string reason;
  const auto pattern = Pattern::compile(node.text, &reason);
  if (pattern && pattern->groups() >= groups) return *pattern;
  if (pattern) reason = std::to_string(groups) + " groups expected";
  errors.add(node.at, "bad-pattern",
             {{"detail", printable(node.text) + ": " + reason}});
  return {};
}

std::set<std::string> text_set(MapReader& map, std::string_view key) {
  const auto texts = map.texts(key);
  return {texts.begin(), texts.end()};
}

/// The words of one text: a list of a thousand nodes would take longer to read
/// than all else.
std::vector<std::string> words_of(MapReader& map, std::string_view key) {
  std::istringstream text(map.text(key));
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(fold(word));
  return words;
}

std::unordered_set<std::string> word_set(MapReader& map, std::string_view key,
                                         std::size_t* longest = nullptr) {
  std::unordered_set<std::string> words;
  for (std::string& word : words_of(map, key)) {
    if (longest != nullptr) {
      *longest = std::max(*longest, character_count(word));
    }
    words.insert(std::move(word));
  }
  return words;
}

std::u32string code_points(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) {
    all += next_code_point(text, at);
  }
  return all;
}

class TextLoader {
 public:
  TextLoader(const YamlNode& root, const std::vector<LedgerFormat>& ledgers,
             bool try_patterns, SchemaErrors& errors)
      : root_(root, errors),
        ledgers_(ledgers),
        try_patterns_(try_patterns),
        errors_(errors) {}

  TextFormat load() {
    with("traditional", [this](MapReader& map) {
      texts_.traditional = {code_points(map.required_text("characters")),
                            map.number("share", 100)};
      std::ranges::sort(texts_.traditional.characters);
    });
    with("title", [this](MapReader& map) { title(map); });
    with("trial", [this](MapReader& map) { trial(map); });
    texts_.numerals = root_.texts("numerals");
    with("sections", [this](MapReader& map) { sections(map); });
    with("period", [this](MapReader& map) {
      texts_.period = {pattern(map, "pattern", 6), pattern(map, "near")};
    });
    with("years", [this](MapReader& map) { years(map); });
    wordings("legal", texts_.legal);
    wordings("template", texts_.leftovers);
    with("overview", [this](MapReader& map) { overview(map); });
    with("supervision", [this](MapReader& map) { supervision(map); });
    with("problems", [this](MapReader& map) { problems(map); });
    with("copies", [this](MapReader& map) { copies(map); });
    with("foreign", [this](MapReader& map) {
      texts_.foreign = {pattern(map, "partner"), pattern(map, "clause_end")};
    });
    with("typing", [this](MapReader& map) { typing(map); });
    with("personal", [this](MapReader& map) { personal(map); });
    deadlines();
    fill_glance();
    return std::move(texts_);
  }

 private:
  void fill_glance() {
    std::vector<Pattern> patterns = texts_.problems.stock;
    for (const auto* wordings :
         {&texts_.legal, &texts_.leftovers, &texts_.typing.look_alikes}) {
      for (const WrongWording& one : *wordings) patterns.push_back(one.pattern);
    }
    patterns.push_back(texts_.period.pattern);
    patterns.push_back(texts_.years.pattern);
    patterns.push_back(texts_.sections.announced);
    patterns.push_back(texts_.personal.identity);
    patterns.push_back(texts_.personal.mobile);
    texts_.glance = PatternSet(std::move(patterns));
  }

  /// The pattern of a key that must be there, with at least so many groups.
  Pattern pattern(MapReader& map, std::string_view key,
                  std::size_t groups = 0) {
    const YamlNode* node = map.required(key);
    if (node == nullptr) return {};
    return compiled(*node, groups, try_patterns_, errors_);
  }

  std::optional<Pattern> optional_pattern(MapReader& map,
                                          std::string_view key) {
    const YamlNode* node = map.node(key);
    if (node == nullptr) return std::nullopt;
    return compiled(*node, 0, try_patterns_, errors_);
  }

  /// Hands the map of a key over, after its citation.
  template <typename Read>
  void with(std::string_view key, Read read) {
    const YamlNode* node = root_.required(key);
    if (node == nullptr) return;
    MapReader map(*node, errors_);
    map.citation();
    read(map);
  }

  void title(MapReader& map) {
    for (const YamlNode& item : items_of(map.required("patterns"), errors_)) {
      MapReader form(item, errors_);
      texts_.title.forms.push_back(
          {pattern(form, "pattern", 2),
           static_cast<std::size_t>(form.number("name", 1)),
           static_cast<std::size_t>(form.number("year", 2))});
    }
    texts_.title.not_in_name = pattern(map, "not_in_name");
  }

  void trial(MapReader& map) {
    for (const std::string& year : map.texts("years")) {
      texts_.trial.years.insert(std::atoi(year.c_str()));
    }
    texts_.trial.rules = text_set(map, "rules");
  }

  void sections(MapReader& map) {
    texts_.sections.announced = pattern(map, "announced", 1);
    texts_.sections.announced_near = pattern(map, "announced_near");
    if (const YamlNode* names = map.required("names")) {
      MapReader words(*names, errors_);
      for (const auto& [id, name] : names->entries) {
        texts_.sections.names[id.text] = pattern(words, id.text);
      }
    }
    texts_.sections.obsolete = pattern(map, "obsolete");
    texts_.sections.item = pattern(map, "item", 1);
  }

  void years(MapReader& map) {
    YearWords& years = texts_.years;
    years.pattern = pattern(map, "pattern", 1);
    years.quoted = pattern(map, "quoted");
    for (const YamlNode& item : items_of(map.required("allowed"), errors_)) {
      MapReader allowed(item, errors_);
      years.allowed.push_back({allowed.number("from", 0),
                               allowed.number("to", 0),
                               optional_pattern(allowed, "before"),
                               optional_pattern(allowed, "after"),
                               optional_pattern(allowed, "near")});
    }
    years.earliest = map.number("earliest", 0);
    years.latest = map.number("latest", 9999);
  }

  void wordings(std::string_view key, std::vector<WrongWording>& list) {
    for (const YamlNode& item : items_of(root_.required(key), errors_)) {
      MapReader map(item, errors_);
      map.citation();
      list.push_back(wording(map));
    }
  }

  WrongWording wording(MapReader& map) {
    return {pattern(map, "pattern"), map.text("instead"), map.number("from", 0),
            map.number("to", 9999)};
  }

  void overview(MapReader& map) {
    OverviewWords& overview = texts_.overview;
    overview.section = map.required_text("section");
    for (const YamlNode& item : items_of(map.required("topics"), errors_)) {
      MapReader topic(item, errors_);
      overview.topics.push_back({topic.bilingual("label"),
                                 topic.texts("formats"),
                                 pattern(topic, "pattern")});
    }
    if (const YamlNode* longest = map.node("longest")) {
      MapReader limits(*longest, errors_);
      for (const auto& [format, limit] : longest->entries) {
        overview.longest[format.text] = limits.number(format.text, 0);
      }
    }
    overview.shortest = map.number("shortest", 0);
  }

  void supervision(MapReader& map) {
    SupervisionWords& supervision = texts_.supervision;
    supervision.section = map.required_text("section");
    if (const YamlNode* kinds = map.required("kinds")) {
      MapReader severities(*kinds, errors_);
      for (const auto& [kind, severity] : kinds->entries) {
        supervision.kinds[kind.text] =
            severities.choice<Severity>(kind.text,
                                        {{"error", Severity::error},
                                         {"warning", Severity::warning},
                                         {"info", Severity::info}},
                                        Severity::error);
      }
    }
    for (const YamlNode& item : items_of(map.required("items"), errors_)) {
      MapReader one(item, errors_);
      supervision.items.push_back({one.bilingual("label"), pattern(one, "word"),
                                   pattern(one, "result")});
    }
    supervision.sentence_end = pattern(map, "sentence_end");
  }

  void problems(MapReader& map) {
    ProblemWords& problems = texts_.problems;
    problems.section = map.required_text("section");
    problems.denied = pattern(map, "denied");
    problems.problem = pattern(map, "problem");
    problems.improvement = pattern(map, "improvement");
    problems.shortest = map.number("shortest", 0);
    for (const YamlNode& phrase : items_of(map.required("stock"), errors_)) {
      problems.stock.push_back(compiled(phrase, 0, try_patterns_, errors_));
    }
    problems.covers = map.number("covers", 100);
    problems.rest = map.number("rest", 0);
    problems.clause_end = pattern(map, "clause_end");
  }

  void copies(MapReader& map) {
    CopyLimits& copies = texts_.copies;
    copies.sections = text_set(map, "sections");
    copies.shingle = map.number("shingle", 5);
    copies.shortest = map.number("shortest", 0);
    copies.alike = map.number("alike", 100);
    copies.same = map.number("same", 100);
    copies.same_in = text_set(map, "same_in");
    copies.paragraph = map.number("paragraph", 0);
  }

  void typing(MapReader& map) {
    TypingWords& typing = texts_.typing;
    for (const YamlNode& item :
         items_of(map.required("look_alikes"), errors_)) {
      MapReader one(item, errors_);
      typing.look_alikes.push_back(wording(one));
    }
    typing.numbers = code_points(map.text("numbers"));
    for (const std::string& word : words_of(map, "reduplicated")) {
      const std::u32string text = code_points(word);
      for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != text[i + 1]) continue;
        typing.reduplicated[text[i]].emplace_back(i, text);
      }
    }
    typing.begins_after_any =
        word_set(map, "begins_after_any", &typing.longest);
    typing.ends = word_set(map, "ends", &typing.longest);
    typing.begins = word_set(map, "begins", &typing.longest);
  }

  void personal(MapReader& map) {
    PersonalWords& personal = texts_.personal;
    personal.identity = pattern(map, "identity");
    personal.mobile = pattern(map, "mobile");
    personal.contact = pattern(map, "contact");
    personal.clause_end = pattern(map, "clause_end");
    personal.person = pattern(map, "person");
    personal.invited = pattern(map, "invited");
    personal.identity_word = pattern(map, "identity_word");
    if (const YamlNode* names = map.required("names")) whose_names(*names);
    personal.name = pattern(map, "name");
    personal.separators = code_points(map.text("name_separators"));
    personal.no_name = pattern(map, "no_name");
    personal.name_end = pattern(map, "name_end");
    personal.words = word_set(map, "words");
    if (const YamlNode* beside = map.required("beside")) {
      MapReader sides(*beside, errors_);
      personal.before = pattern(sides, "before");
      personal.after = pattern(sides, "after");
    }
  }

  void whose_names(const YamlNode& node) {
    MapReader map(node, errors_);
    const std::string ledger = map.required_text("ledger");
    const auto found = std::ranges::find(ledgers_, ledger, &LedgerFormat::id);
    const YamlNode* field = map.required("field");
    const YamlNode* where = map.required("where");
    if (found == ledgers_.end()) {
      errors_.add(node.at, "dangling",
                  {{"value", "ledger: " + ledger}, {"nearest", "-"}});
      return;
    }
    PersonalWords& personal = texts_.personal;
    personal.ledger = static_cast<std::size_t>(found - ledgers_.begin());
    if (field != nullptr) {
      personal.field = read_field(*field, *found, errors_).value_or(0);
    }
    if (where != nullptr) personal.where = read_where(*where, *found, errors_);
  }

  void deadlines() {
    for (const YamlNode& item :
         items_of(root_.required("deadlines"), errors_)) {
      MapReader map(item, errors_);
      map.citation();
      texts_.deadlines.push_back(
          {text_set(map, "kinds"), text_set(map, "levels"),
           map.number("month", 1), map.number("day", 1)});
    }
  }

  MapReader root_;
  const std::vector<LedgerFormat>& ledgers_;
  bool try_patterns_;
  SchemaErrors& errors_;
  TextFormat texts_;
};

}  // namespace

TextFormat load_text_format(const YamlNode& root,
                            const std::vector<LedgerFormat>& ledgers,
                            bool try_patterns, SchemaErrors& errors) {
  return TextLoader(root, ledgers, try_patterns, errors).load();
}

}  // namespace gov_report
