// Parts as text. The sums and findings are laid out one a line, so that a
// part can be looked at and compared with `diff`.

#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/utf8_check.h"
#include "pipeline/part_file.h"

namespace gov_report {
namespace {

/// Text of a ledger may be in no encoding at all where it is quoted.
std::string in_quotes(std::string_view text) {
  return is_utf8(text) ? json_quoted(text) : json_quoted(printable(text));
}

/// Members of an object or items of an array, without line breaks unless they
/// are asked for.
class List {
 public:
  List(char open, char close, std::string_view between = ",")
      : text_(1, open), close_(close), between_(between) {}

  void item(std::string_view json) {
    if (!empty_) text_ += between_;
    empty_ = false;
    text_ += json;
  }
  void member(std::string_view key, std::string_view json) {
    item(in_quotes(key));
    text_ += ':';
    text_ += json;
  }
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) member(key, in_quotes(value));
  }
  void number(std::string_view key, std::uint64_t value) {
    if (value != 0) member(key, std::to_string(value));
  }
  void flag(std::string_view key, bool value) {
    if (value) member(key, "true");
  }
  bool empty() const { return empty_; }
  std::string take() { return std::move(text_) + close_; }

 private:
  std::string text_;
  char close_;
  std::string_view between_;
  bool empty_ = true;
};

constexpr std::string_view kLines = ",\n";

template <typename Items, typename ToJson>
std::string array_of(const Items& items, const ToJson& json) {
  List list('[', ']', kLines);
  for (const auto& item : items) list.item(json(item));
  return list.take();
}

std::string texts(const std::set<std::string>& all) {
  return array_of(all, [](const std::string& text) { return in_quotes(text); });
}

std::string arguments_json(const std::vector<Argument>& arguments) {
  List list('[', ']');
  for (const Argument& one : arguments) {
    List argument('[', ']');
    argument.item(in_quotes(one.name));
    argument.item(in_quotes(one.value.zh));
    if (one.value.en != one.value.zh) argument.item(in_quotes(one.value.en));
    list.item(argument.take());
  }
  return list.take();
}

std::string place_json(const Place& place) {
  List json('{', '}');
  json.text("file", place.file);
  json.number("line", place.at.line);
  json.number("column", place.at.column);
  if (place.width != 1) json.member("width", std::to_string(place.width));
  json.text("excerpt", place.excerpt);
  json.text("address", place.address);
  json.number("mark", place.mark);
  return json.take();
}

std::string finding_json(const Finding& finding);

std::string findings_json(const std::vector<Finding>& findings) {
  return array_of(findings, finding_json);
}

std::string finding_json(const Finding& finding) {
  List json('{', '}');
  json.text("rule", finding.rule);
  json.text("variant", finding.variant);
  if (finding.severity) {
    json.member("severity",
                std::to_string(static_cast<int>(*finding.severity)));
  }
  json.member("place", place_json(finding.place));
  json.text("cell", finding.cell);
  json.text("table", finding.table);
  json.text("record", finding.record);
  if (!finding.arguments.empty()) {
    json.member("arguments", arguments_json(finding.arguments));
  }
  if (!finding.candidates.empty()) {
    json.member("candidates", findings_json(finding.candidates));
  }
  if (!finding.consequences.empty()) {
    json.member("consequences", findings_json(finding.consequences));
  }
  return json.take();
}

std::string left_out_json(const FindingChain& chain,
                          const FindingsLeftOut& left) {
  List rules('[', ']');
  for (const auto& [rule, severity] : chain) {
    List one('[', ']');
    one.item(in_quotes(rule));
    if (severity) one.item(std::to_string(static_cast<int>(*severity)));
    rules.item(one.take());
  }
  List json('{', '}');
  json.member("rules", rules.take());
  json.number("count", left.count);
  json.flag("one_file", left.one_file);
  json.text("file", left.file);
  json.number("first_line", left.first_line);
  json.number("last_line", left.last_line);
  json.flag("one_column", left.one_column);
  json.text("column_zh", left.column.zh);
  json.text("column_en", left.column.en);
  return json.take();
}

std::string collected_json(const CollectedFindings& found) {
  List kept('[', ']', kLines);
  for (const auto& [rule, findings] : found.kept) {
    for (const Finding& finding : findings) kept.item(finding_json(finding));
  }
  List left('[', ']', kLines);
  for (const auto& [chain, places] : found.left_out) {
    left.item(left_out_json(chain, places));
  }
  List json('{', '}', kLines);
  json.member("of_figures", findings_json(found.of_figures));
  json.member("of_records", kept.take());
  json.member("left_out", left.take());
  return json.take();
}

std::string waived_json(const WaivingSeen& seen) {
  List covered('[', ']', kLines);
  for (const auto& [waiver, findings] : seen.covered) {
    for (const Finding& finding : findings) {
      covered.item("[" + std::to_string(waiver) + "," + finding_json(finding) +
                   "]");
    }
  }
  List first('[', ']');
  for (const auto& [waiver, line] : seen.first) {
    first.item("[" + std::to_string(waiver) + "," + std::to_string(line) + "]");
  }
  const auto numbers = [](const std::set<std::size_t>& all) {
    return array_of(all, [](std::size_t one) { return std::to_string(one); });
  };
  List elsewhere('{', '}', kLines);
  for (const auto& [rule, entry] : seen.elsewhere) {
    elsewhere.member(rule, "[" + place_json(entry.first) + "," +
                               in_quotes(entry.second) + "]");
  }
  List json('{', '}', kLines);
  json.member("covered", covered.take());
  json.member("first", first.take());
  json.member("for_error", numbers(seen.for_error));
  json.member("would_cover", numbers(seen.would_cover));
  json.member("elsewhere", elsewhere.take());
  return json.take();
}

std::string coverage_json(const Coverage& coverage) {
  List not_run('{', '}', kLines);
  for (const auto& [rule, reason] : coverage.rules_not_run()) {
    not_run.member(rule, "[" + in_quotes(reason.key) + "," +
                             arguments_json(reason.arguments) + "]");
  }
  List json('{', '}', kLines);
  json.member("rules_run", texts(coverage.rules_run()));
  json.member("rules_not_run", not_run.take());
  return json.take();
}

std::string file_json(const PartFile& file) {
  List json('{', '}', kLines);
  json.text("name", file.name);
  json.text("sheet", file.sheet);
  json.text("ledger", file.ledger);
  List order('[', ']');
  for (const auto number : file.order) order.item(std::to_string(number));
  json.member("order", order.take());
  json.text("encoding", file.encoding);
  json.text("sha256", file.sha256);
  json.member("bytes", std::to_string(file.bytes));
  json.member("rows", std::to_string(file.coverage.records_checked));
  json.member("rows_rejected", std::to_string(file.coverage.rows_rejected));
  json.member("complete", file.complete ? "true" : "false");
  json.member("faulty", file.faulty ? "true" : "false");
  if (file.has_columns) json.member("fields", texts(file.fields));
  json.member("coverage", coverage_json(file.coverage));
  List values('{', '}', kLines);
  for (const auto& [group, rows] : file.values) {
    values.member(group, "[\n" + rows + "]");
  }
  json.member("values", values.take());
  json.member("applications", "[" + file.applications + "]");
  return json.take();
}

std::string charge_json(const std::string& key, const PieceCharge& charge) {
  List json('{', '}');
  json.text("key", key);
  json.text("order", charge.order);
  json.text("amount", charge.amount.text());
  json.text("name", charge.name);
  json.text("record", charge.record);
  json.member("place", place_json(charge.place));
  return json.take();
}

std::string documents_json(const std::map<std::string, Finding>& documents) {
  List json('{', '}', kLines);
  for (const auto& [key, finding] : documents) {
    json.member(key, finding_json(finding));
  }
  return json.take();
}

std::string stranger_json(const CarriedCasesSeen::Stranger& stranger) {
  List json('{', '}');
  json.text("id", stranger.own.id);
  json.text("date", iso_text(stranger.own.date));
  json.text("class", stranger.own.value_class);
  json.member("place", place_json(stranger.place));
  return json.take();
}

std::string ledger_json(const PartLedger& ledger) {
  List sums('{', '}', kLines);
  for (const auto& [name, sum] : ledger.sums) {
    sums.member(name, in_quotes(sum.text()));
  }
  List carried('{', '}');
  for (const auto& [cell, count] : ledger.carried) {
    if (count != 0) carried.member(cell, std::to_string(count));
  }
  List charges('[', ']', kLines);
  for (const auto& [key, list] : ledger.charges) {
    for (const auto& charge : list) charges.item(charge_json(key, charge));
  }
  List json('{', '}', kLines);
  json.member("sums", sums.take());
  json.member("cases_seen", texts(ledger.cases.seen));
  json.member("cases_unknown",
              array_of(ledger.cases.strangers,
                       [](const auto& one) { return stranger_json(one); }));
  json.member("carried", carried.take());
  json.member("documents_seen", texts(ledger.documents.seen));
  json.member("documents_added", documents_json(ledger.documents.added));
  json.member("documents_repealed", documents_json(ledger.documents.repealed));
  json.member("documents_repealed_before",
              texts(ledger.documents.repealed_before));
  json.member("documents_issued", texts(ledger.documents.issued));
  json.member("charges", charges.take());
  return json.take();
}

}  // namespace

std::string write_part(const Part& part) {
  List setting('{', '}', kLines);
  for (const auto& [name, value] : part.setting) {
    setting.member(name, in_quotes(value));
  }
  List ledgers('{', '}', kLines);
  for (const auto& [name, ledger] : part.ledgers) {
    ledgers.member(name, ledger_json(ledger));
  }
  List json('{', '\n', kLines);
  json.text("schema", kPartSchema);
  json.member("setting", setting.take());
  json.member("files", array_of(part.files, file_json));
  json.member("ledgers", ledgers.take());
  json.member("calendars_missing",
              array_of(part.calendars_missing,
                       [](int year) { return std::to_string(year); }));
  if (part.names) json.member("names", texts(*part.names));
  json.member("names_complete", part.names_complete ? "true" : "false");
  json.member("findings", collected_json(part.findings));
  json.member("waived", waived_json(part.waived));
  std::string text = json.take();
  text.insert(1, "\n");
  const std::string hash = sha256_hex(text);
  return text + ",\"sha256\":\"" + hash + "\"}\n";
}

}  // namespace gov_report
