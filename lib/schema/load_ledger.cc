#include "schema/load_ledger.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "schema/conditions.h"
#include "schema/load_field.h"
#include "schema/year_end.h"

namespace gov_report {
namespace {

using Kind = RowRule::Kind;

class RuleLoader {
 public:
  RuleLoader(const LedgerFormat& ledger, SchemaErrors& errors)
      : ledger_(ledger), errors_(errors) {}

  RowRule load(const YamlNode& yaml) {
    MapReader map(yaml, errors_);
    rule_ = RowRule();
    rule_.rule = map.required_text("rule");
    rule_.citation = map.citation();
    rule_.formats = map.texts("formats");
    rule_.at = yaml.at;
    if (const YamlNode* where = map.node("if")) {
      rule_.condition = read_where(*where, ledger_, errors_);
    }
    read_test(map);
    fields(map.node("needs"), rule_.needs);
    collect_needs();
    return rule_;
  }

 private:
  void fields(const YamlNode* names, std::vector<FieldIndex>& into) {
    for (const YamlNode& name : items_of(names, errors_)) field(name, into);
  }
  void field(const YamlNode& name, std::vector<FieldIndex>& into) {
    if (const auto index = read_field(name, ledger_, errors_)) {
      into.push_back(*index);
    }
  }
  void required_field(MapReader& map, std::string_view key) {
    if (const YamlNode* name = map.required(key)) field(*name, rule_.fields);
  }

  void read_test(MapReader& map) {
    constexpr std::array<std::pair<std::string_view, Kind>, 3> kPairs = {
        {{"together", Kind::together},
         {"order", Kind::order},
         {"same", Kind::same}}};
    for (const auto& [key, kind] : kPairs) {
      if (const YamlNode* pair = map.node(key)) {
        rule_.kind = kind;
        fields(pair, rule_.fields);
        if (rule_.fields.size() != 2) {
          errors_.add(pair->at, "wrong-shape", {{"key", std::string(key)}});
          rule_.fields.resize(2);
        }
      }
    }
    if (const YamlNode* then = map.node("then")) {
      rule_.kind = Kind::then;
      rule_.then = read_where(*then, ledger_, errors_);
    }
    if (map.flag("never")) rule_.kind = Kind::never;
    if (const YamlNode* names = map.node("distinct")) {
      rule_.kind = Kind::distinct;
      fields(names, rule_.fields);
    }
    read_span(map, "within", Kind::within);
    read_span(map, "after", Kind::after);
    read_limit(map);
    read_due(map);
    const bool has_test = !rule_.fields.empty() || !rule_.then.empty() ||
                          rule_.kind == Kind::due || rule_.kind == Kind::never;
    if (!has_test) errors_.add(rule_.at, "missing-key", {{"key", "then"}});
  }

  void read_span(MapReader& map, std::string_view key, Kind kind) {
    const YamlNode* span = map.node(key);
    if (span == nullptr) return;
    MapReader parts(*span, errors_);
    rule_.kind = kind;
    required_field(parts, "from");
    required_field(parts, "to");
    rule_.fields.resize(2);
    rule_.days = parts.number("days", 0);
  }

  void read_limit(MapReader& map) {
    if (const YamlNode* most = map.node("at_most")) {
      rule_.kind = Kind::at_most;
      for (const auto& [name, value] : most->entries) {
        field(name, rule_.fields);
        rule_.limit = std::atoll(value.text.c_str());
      }
    }
    if (const YamlNode* earliest = map.node("not_before")) {
      rule_.kind = Kind::not_before;
      for (const auto& [name, value] : earliest->entries) {
        field(name, rule_.fields);
        const auto date = parse_date(value.text);
        if (date) {
          rule_.earliest = *date;
        } else {
          errors_.add(value.at, "bad-value",
                      {{"key", "not_before"},
                       {"value", value.text},
                       {"allowed", "YYYY-MM-DD"}});
        }
      }
    }
  }

  void read_due(MapReader& map) {
    const YamlNode* due = map.node("due");
    if (due == nullptr) return;
    MapReader parts(*due, errors_);
    rule_.kind = Kind::due;
    const YamlNode* on = parts.required("on");
    if (on != nullptr && on->text != "as_of") field(*on, rule_.fields);
    std::vector<FieldIndex> empty;
    fields(parts.node("without"), empty);
    if (ledger_.due) {
      rule_.due = ledger_.due->without(empty);
    } else {
      errors_.add(rule_.at, "missing-key", {{"key", "due"}});
    }
  }

  /// A rule needs every column that it names itself.
  void collect_needs() {
    const auto need = [&](FieldIndex field) {
      if (std::ranges::find(rule_.needs, field) == rule_.needs.end()) {
        rule_.needs.push_back(field);
      }
    };
    for (const Condition& condition : rule_.condition) {
      // A column that is not there is empty.
      const bool absent_is_fine = condition.test == Condition::Test::empty ||
                                  condition.test == Condition::Test::own;
      if (!absent_is_fine) need(condition.field);
    }
    for (const Condition& condition : rule_.then) need(condition.field);
    for (const FieldIndex field : rule_.fields) need(field);
  }

  const LedgerFormat& ledger_;
  SchemaErrors& errors_;
  RowRule rule_;
};

using FieldPairs = std::vector<std::pair<FieldIndex, FieldIndex>>;

FieldPairs read_pairs(const YamlNode* list, const LedgerFormat& ledger,
                      SchemaErrors& errors) {
  FieldPairs pairs;
  for (const YamlNode& pair : items_of(list, errors)) {
    if (pair.items.size() != 2) {
      errors.add(pair.at, "wrong-shape", {{"key", "pair"}});
      continue;
    }
    const auto first = read_field(pair.items[0], ledger, errors);
    const auto second = read_field(pair.items[1], ledger, errors);
    if (first && second) pairs.emplace_back(*first, *second);
  }
  return pairs;
}

DueRule read_due_rule(const YamlNode& yaml, const LedgerFormat& ledger,
                      SchemaErrors& errors) {
  MapReader map(yaml, errors);
  DueRule due;
  for (const YamlNode& name : items_of(map.required("from"), errors)) {
    if (const auto field = read_field(name, ledger, errors)) {
      due.from.push_back(*field);
    }
  }
  due.days = map.number("days", 0);
  if (const YamlNode* extension = map.node("extension")) {
    due.extension = read_field(*extension, ledger, errors);
  }
  due.skip = read_pairs(map.node("skip"), ledger, errors);
  due.unanswered = map.number("unanswered", 0);
  due.waits = read_pairs(map.node("waits"), ledger, errors);
  map.citation();
  return due;
}

std::vector<TariffStep> read_steps(MapReader& map, SchemaErrors& errors) {
  std::vector<TariffStep> steps;
  for (const YamlNode& item : items_of(map.required("steps"), errors)) {
    MapReader step(item, errors);
    steps.push_back({step.number("from", 1), step.number("rate", 0),
                     step.number("plus", 0), step.number("every", 0)});
  }
  if (steps.empty()) steps.emplace_back();
  return steps;
}

class TariffLoader {
 public:
  TariffLoader(const YamlNode& yaml, const LedgerFormat& ledger,
               SchemaErrors& errors)
      : map_(yaml, errors), ledger_(ledger), errors_(errors) {}

  Tariff load() {
    Tariff tariff;
    tariff.formats = map_.texts("formats");
    tariff.amount = field(map_, "amount");
    tariff.method = field(map_, "method");
    if (const YamlNode* piece = map_.required("per_piece")) {
      MapReader part(*piece, errors_);
      tariff.piece_value = value(part, tariff.method);
      tariff.group_by = fields(part, "group_by");
      tariff.month_of = field(part, "month_of");
      tariff.order_by = fields(part, "order_by");
      tariff.piece_steps = read_steps(part, errors_);
      part.citation();
    }
    if (const YamlNode* page = map_.required("per_page")) {
      MapReader part(*page, errors_);
      tariff.page_value = value(part, tariff.method);
      tariff.pages = field(part, "pages");
      tariff.page_steps = read_steps(part, errors_);
      part.citation();
    }
    tariff.wrong = map_.required_text("wrong");
    tariff.free = map_.required_text("free");
    tariff.impossible = map_.required_text("impossible");
    return tariff;
  }

 private:
  FieldIndex field(MapReader& map, std::string_view key) {
    const YamlNode* name = map.required(key);
    if (name == nullptr) return 0;
    return read_field(*name, ledger_, errors_).value_or(0);
  }
  std::vector<FieldIndex> fields(MapReader& map, std::string_view key) {
    std::vector<FieldIndex> found;
    for (const YamlNode& name : items_of(map.required(key), errors_)) {
      found.push_back(read_field(name, ledger_, errors_).value_or(0));
    }
    return found;
  }
  ValueIndex value(MapReader& map, FieldIndex method) {
    const std::string id = map.required_text("value");
    const auto& values = ledger_.fields[method].values;
    const auto found = std::ranges::find(values, id, &FieldValue::id);
    if (found == values.end()) {
      errors_.add(map.at(), "dangling", {{"value", id}, {"nearest", "-"}});
      return 0;
    }
    return static_cast<ValueIndex>(found - values.begin());
  }

  MapReader map_;
  const LedgerFormat& ledger_;
  SchemaErrors& errors_;
};

/// Without the key, a record goes by its `id`, if the ledger has one.
void read_named_by(MapReader& map, LedgerFormat& ledger, SchemaErrors& errors) {
  const YamlNode* names = map.node("named_by");
  if (names == nullptr) {
    if (const auto id = ledger.field("id")) ledger.named_by = {*id};
    return;
  }
  std::vector<std::string> known;
  for (const FieldFormat& field : ledger.fields) known.push_back(field.id);
  for (const std::string& name : text_list(*names, errors)) {
    if (const auto field = ledger.field(name)) {
      ledger.named_by.push_back(*field);
    } else {
      errors.add(
          names->at, "dangling",
          {{"value", name}, {"nearest", nearest(name, known).value_or("-")}});
    }
  }
}

}  // namespace

LedgerFormat load_ledger_format(const YamlNode& root, SchemaErrors& errors) {
  MapReader map(root, errors);
  LedgerFormat ledger;
  ledger.id = map.required_text("ledger");
  ledger.label = map.bilingual("label");
  ledger.citation = map.citation();
  Spellings spellings(errors);
  for (const YamlNode& field : items_of(map.required("fields"), errors)) {
    ledger.fields.push_back(read_field_format(field, errors));
    const FieldFormat& read = ledger.fields.back();
    spellings.add(read.id, read.heading, read.aliases, read.at);
  }
  read_named_by(map, ledger, errors);
  const auto folded = [&map](std::string_view key) {
    std::vector<std::string> words = map.texts(key);
    for (std::string& word : words) word = fold(word);
    return words;
  };
  ledger.heading_notes = folded("heading_notes");
  ledger.total_words = folded("total_words");
  ledger.signature_words = folded("signature_words");
  if (const YamlNode* due = map.node("due")) {
    ledger.due = read_due_rule(*due, ledger, errors);
  }
  RuleLoader rules(ledger, errors);
  for (const YamlNode& rule : items_of(map.node("rules"), errors)) {
    ledger.rules.push_back(rules.load(rule));
  }
  if (const YamlNode* tariff = map.node("tariff")) {
    ledger.tariff = TariffLoader(*tariff, ledger, errors).load();
  }
  if (const YamlNode* carried = map.node("carried")) {
    ledger.carried = std::make_shared<CarriedCases>(
        read_carried_cases(*carried, ledger, errors));
  }
  if (const YamlNode* standing = map.node("standing")) {
    ledger.standing = std::make_shared<StandingDocuments>(
        read_standing_documents(*standing, ledger, errors));
  }
  return ledger;
}

}  // namespace gov_report
