#include "schema/load_claim_words.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

std::u32string wide(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    letters += next_code_point(text, at);
  }
  return letters;
}

std::vector<std::string> summands(std::string_view text) {
  constexpr std::string_view kPlus = " + ";
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(kPlus, from), text.size());
    parts.emplace_back(text.substr(from, to - from));
    from = to + kPlus.size();
  }
  return parts;
}

NumberWords::Words wide_words(MapReader& map, std::string_view key) {
  NumberWords::Words words;
  for (const std::string& word : map.texts(key)) words.push_back(wide(word));
  // The longest that fits is meant.
  std::ranges::stable_sort(
      words, [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

class WordLoader {
 public:
  WordLoader(MapReader& map, ClaimFormat& format)
      : map_(map), errors_(map.errors()), format_(format) {}

  void load() {
    format_.sentence_ends = wide(map_.required_text("sentence_ends"));
    format_.incomplete = wide_words(map_, "incomplete");
    format_.thresholds = wide_words(map_, "thresholds");
    if (const YamlNode* node = map_.required("numbers")) read_numbers(*node);
    if (const YamlNode* node = map_.required("vocabulary")) {
      MapReader vocabulary(*node, errors_);
      format_.vocabulary = wide_words(vocabulary, "words");
      format_.vocabulary_units = vocabulary.texts("units");
    }
    if (const YamlNode* node = map_.required("words")) read_words(*node);
    for (const std::string& id : map_.texts("fillers")) {
      if (WordKind* kind = find_kind(id)) kind->filler = true;
    }
    if (const YamlNode* node = map_.required("times")) read_times(*node);
  }

 private:
  void read_numbers(const YamlNode& node) {
    MapReader map(node, errors_);
    NumberWords& words = format_.numbers;
    for (const auto& [key, into] :
         std::vector<std::pair<std::string_view, NumberWords::Words*>>{
             {"about", &words.about},
             {"or_more", &words.or_more},
             {"more_than", &words.more_than},
             {"at_least", &words.at_least},
             {"less_than", &words.less_than},
             {"at_most", &words.at_most},
             {"vague", &words.vague},
             {"ordinals", &words.ordinals},
             {"not_units", &words.not_units},
             {"each", &words.each},
             {"in_order", &words.in_order},
             {"units", &words.units},
             {"percent", &words.percent},
             {"points", &words.points},
             {"percent_before", &words.percent_before}}) {
      *into = wide_words(map, key);
    }
    for (const NumberWords::Words* list :
         {&words.about, &words.more_than, &words.at_least, &words.less_than,
          &words.at_most, &words.percent_before}) {
      for (const std::u32string& word : *list) {
        if (!word.empty()) words.first_letters += word.front();
      }
    }
    std::ranges::sort(words.first_letters);
  }

  void read_words(const YamlNode& node) {
    char32_t mark = kFirstWordMark;
    for (const auto& [key, value] : node.entries) {
      WordKind kind{key.text, mark, mark, false, {}};
      if (value.kind == YamlNode::Kind::mapping) {
        for (const auto& [id, words] : value.entries) {
          kind.values.push_back(summands(id.text));
          add_words(words, mark++);
        }
        kind.last = mark - 1;
      } else {
        kind.values.emplace_back();
        add_words(value, mark++);
      }
      format_.kinds.push_back(std::move(kind));
    }
    for (auto& [first, words] : format_.lexicon) {
      std::ranges::stable_sort(words, [](const auto& a, const auto& b) {
        return a.text.size() > b.text.size();
      });
    }
  }

  void add_words(const YamlNode& node, char32_t mark) {
    for (const std::string& text : text_list(node, errors_)) {
      std::u32string word = wide(text);
      if (word.empty()) continue;
      auto& others = format_.lexicon[word.front()];
      if (std::ranges::find(others, word, &LexiconWord::text) != others.end()) {
        errors_.add(node.at, "duplicate", {{"value", text}});
      }
      others.push_back({std::move(word), mark});
    }
  }

  void read_times(const YamlNode& node) {
    MapReader map(node, errors_);
    const auto mark = [&](std::string_view key) {
      const WordKind* kind = find_kind(map.required_text(key));
      return kind == nullptr ? kFirstWordMark : kind->first;
    };
    format_.year_now = mark("now");
    format_.year_last = mark("last");
    format_.year_next = mark("next");
    format_.year_other = mark("other");
  }

  WordKind* find_kind(std::string_view id) {
    std::vector<std::string> ids;
    for (WordKind& kind : format_.kinds) {
      if (kind.id == id) return &kind;
      ids.push_back(kind.id);
    }
    errors_.add(map_.at(), "dangling",
                {{"value", std::string(id)},
                 {"nearest", nearest(id, ids).value_or("-")}});
    return nullptr;
  }

  MapReader& map_;
  SchemaErrors& errors_;
  ClaimFormat& format_;
};

}  // namespace

void read_claim_words(MapReader& map, ClaimFormat& format) {
  WordLoader(map, format).load();
}

}  // namespace gov_report
