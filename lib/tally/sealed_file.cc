#include "tally/sealed_file.h"

#include "base/sha256.h"
#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::string_view kHash = "sha256";

void write_files(JsonWriter& json, const std::string& key,
                 const std::map<std::string, std::string>& files) {
  json.key(key).array();
  for (const auto& [file, hash] : files) {
    json.object();
    json.key("file").value(file);
    json.key(kHash).value(hash);
    json.end();
  }
  json.end();
}

void write_case(JsonWriter& json, const OpenCase& open) {
  json.object();
  json.key("id").value(open.id);
  json.key("date").value(iso_text(open.date));
  if (!open.value_class.empty()) json.key("class").value(open.value_class);
  json.end();
}

void write_document(JsonWriter& json, const StandingDocument& document) {
  json.object();
  json.key("kind").value(document.kind);
  json.key("number").value(document.number);
  json.key("date").value(iso_text(document.date));
  json.end();
}

void write_lists(JsonWriter& json, const YearEnd& year_end) {
  json.key("cases").object();
  for (const auto& [ledger, cases] : year_end.cases) {
    json.key(ledger).array();
    for (const OpenCase& open : cases) write_case(json, open);
    json.end();
  }
  json.end();
  json.key("documents").object();
  for (const auto& [ledger, documents] : year_end.documents) {
    json.key(ledger).array();
    for (const StandingDocument& one : documents) write_document(json, one);
    json.end();
  }
  json.end();
}

std::string sealed_text(const SealedContent& content, const std::string& hash) {
  const Table& table = content.table;
  JsonWriter json;
  json.object();
  json.key("schema").value(kSealedSchema);
  json.key("format").value(table.format->id);
  json.key("year").value(Decimal(table.year));
  json.key("agency").value(table.agency);
  json.key("cells");
  write_cells(json, table);
  json.key("stocks").object();
  for (const auto& [cell, stock] : content.stocks) json.key(cell).value(stock);
  json.end();
  write_lists(json, content.year_end);
  write_files(json, "inputs", content.inputs);
  write_files(json, "outputs", content.outputs);
  json.key(kHash).value(hash);
  json.end();
  return json.take() + "\n";
}

/// The node in a form in which equal contents, and no others, are equal.
void flatten(const YamlNode& node, std::string& out) {
  const auto text = [&](char kind, const std::string& value) {
    out += kind + std::to_string(value.size()) + ":" + value;
  };
  switch (node.kind) {
    case YamlNode::Kind::scalar:
      text(node.quoted ? 's' : 'n', node.text);
      break;
    case YamlNode::Kind::sequence:
      out += '[';
      for (const YamlNode& item : node.items) flatten(item, out);
      out += ']';
      break;
    case YamlNode::Kind::mapping:
      out += '{';
      for (const auto& [key, value] : node.entries) {
        text('k', key.text);
        flatten(value, out);
      }
      out += '}';
      break;
  }
}

/// Reads the lists, and says which item is none.
class PartsReader {
 public:
  PartsReader(std::string file, const FindingSink& sink)
      : file_(std::move(file)), sink_(sink) {}

  bool sound() const { return sound_; }

  template <typename Item, typename Read>
  std::map<std::string, std::vector<Item>, std::less<>> lists(
      const YamlNode* by_ledger, const Read& read) {
    std::map<std::string, std::vector<Item>, std::less<>> all;
    if (by_ledger == nullptr) return all;
    for (const auto& [ledger, list] : by_ledger->entries) {
      auto& items = all[ledger.text];
      for (const YamlNode& item : list.items) items.push_back(read(item));
    }
    return all;
  }

  OpenCase open_case(const YamlNode& item) {
    return {text(item, "id"), date(item), optional_text(item, "class"),
            place_of(item, "id")};
  }
  StandingDocument document(const YamlNode& item) {
    return {text(item, "kind"), text(item, "number"), date(item),
            place_of(item, "number")};
  }

  std::map<std::string, std::string> files(const YamlNode* list) {
    std::map<std::string, std::string> hashes;
    if (list == nullptr) return hashes;
    for (const YamlNode& item : list->items) {
      hashes.emplace(text(item, "file"), text(item, kHash));
    }
    return hashes;
  }

 private:
  static std::string optional_text(const YamlNode& item, std::string_view key) {
    const YamlNode* found = item.find(key);
    return found == nullptr ? std::string() : found->text;
  }

  static Position place_of(const YamlNode& item, std::string_view key) {
    const YamlNode* found = item.find(key);
    return found == nullptr ? item.at : found->at;
  }

  std::string text(const YamlNode& item, std::string_view key) {
    std::string found = optional_text(item, key);
    if (found.empty()) refuse(item, std::string(key));
    return found;
  }

  Date date(const YamlNode& item) {
    const std::string written = text(item, "date");
    const auto found = parse_date(written);
    if (!found && !written.empty()) refuse(item, "date: " + written);
    return found.value_or(Date());
  }

  void refuse(const YamlNode& item, const std::string& what) {
    sound_ = false;
    Finding finding;
    finding.rule = "sealed-invalid";
    finding.variant = "list";
    finding.place = Place{file_, item.at, 1, {}, {}};
    finding.arguments = {{"file", file_}, {"value", printable(what)}};
    sink_(std::move(finding));
  }

  std::string file_;
  const FindingSink& sink_;
  bool sound_ = true;
};

void check_hash(const YamlNode& root, const std::string& file, int year,
                const FindingSink& sink) {
  const YamlNode* hash = root.find(kHash);
  if (hash != nullptr && hash->text == content_hash(root)) return;
  Finding finding;
  finding.rule = "sealed-edited";
  if (hash == nullptr) finding.variant = "no-hash";
  finding.place.file = file;
  finding.arguments = {{"file", file}, {"year", std::to_string(year)}};
  sink(std::move(finding));
}

}  // namespace

std::string write_sealed_file(const SealedContent& content) {
  YamlError error;
  const auto root = parse_yaml(sealed_text(content, ""), error);
  return sealed_text(content, content_hash(root.value()));
}

std::map<std::string, Decimal> closing_stocks(const Table& table) {
  std::map<std::string, Decimal> stocks;
  for (const CellFormat& cell : table.format->cells) {
    if (!cell.source || !cell.source->stock) continue;
    if (cell.source->stock->prints == Stock::Prints::change) continue;
    const std::string row = cell.id.substr(0, cell.id.rfind('.') + 1);
    std::optional<Decimal> sum = Decimal();
    for (const std::string& name : cell.source->stock->opening) {
      const auto part = table.number(row + name);
      sum = sum && part ? std::optional(*sum + *part) : std::nullopt;
    }
    if (sum) stocks.emplace(cell.id, *sum);
  }
  return stocks;
}

std::string content_hash(const YamlNode& root) {
  YamlNode rest = root;
  std::erase_if(rest.entries, [](const YamlEntry& entry) {
    return entry.first.text == kHash;
  });
  std::string flat;
  flatten(rest, flat);
  return sha256_hex(flat);
}

bool read_sealed_parts(const YamlNode& root, const std::string& file,
                       SealedReport& into, const FindingSink& sink) {
  check_hash(root, file, into.year, sink);
  PartsReader reader(file, sink);
  YearEnd year_end;
  year_end.cases = reader.lists<OpenCase>(
      root.find("cases"),
      [&](const YamlNode& item) { return reader.open_case(item); });
  year_end.documents = reader.lists<StandingDocument>(
      root.find("documents"),
      [&](const YamlNode& item) { return reader.document(item); });
  into.year_end = std::move(year_end);
  into.inputs = reader.files(root.find("inputs"));
  into.outputs = reader.files(root.find("outputs"));
  return reader.sound();
}

}  // namespace gov_report
