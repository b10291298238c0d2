// Parts from text. A part has a line for every record, and the YAML reader,
// which reads other JSON, holds a node for each value.

#include <array>
#include <stdexcept>

#include "base/byte_stream.h"
#include "base/sha256.h"
#include "base/text.h"
#include "ledger/record_number.h"
#include "pipeline/part_file.h"
#include "pipeline/part_json.h"

namespace gov_report {
namespace {

using namespace part_json;

constexpr std::size_t kMostBytes = std::size_t{4} << 30U;  // simdjson's own
constexpr std::string_view kHashKey = ",\"sha256\":\"";
constexpr std::string_view kEnd = "\"}\n";
constexpr std::size_t kHashDigits = 64;

Finding invalid(const std::string& file, std::string variant,
                std::vector<Argument> arguments = {}) {
  Finding finding;
  finding.rule = "part-invalid";
  finding.variant = std::move(variant);
  finding.place.file = file;
  finding.arguments = std::move(arguments);
  finding.arguments.push_back({"file", file});
  return finding;
}

PieceCharge charge_of(const object& json) {
  PieceCharge charge;
  charge.order = text_at(json, "order");
  charge.amount = decimal_of(json.at_key("amount"));
  charge.name = text_at(json, "name");
  charge.record = text_at(json, "record");
  charge.place = place_of(json.at_key("place").get_object());
  return charge;
}

std::map<std::string, Finding> documents_at(const object& json,
                                            std::string_view key) {
  std::map<std::string, Finding> documents;
  each_member(json, key, [&](const std::string& document, element item) {
    documents.emplace(document, finding_of(item.get_object()));
  });
  return documents;
}

CarriedCasesSeen::Stranger stranger_of(const object& json) {
  const auto date = parse_date(text_at(json, "date"));
  if (!date) throw std::invalid_argument("no date");
  return {{text_at(json, "id"), *date, text_at(json, "class"), {}},
          place_of(json.at_key("place").get_object())};
}

PartLedger ledger_of(const object& json) {
  PartLedger ledger;
  each_member(json, "sums", [&](const std::string& name, element sum) {
    ledger.sums.emplace(name, decimal_of(sum));
  });
  ledger.cases.seen = texts_at(json, "cases_seen");
  each_of(json, "cases_unknown", [&](element item) {
    ledger.cases.strangers.push_back(stranger_of(item.get_object()));
  });
  each_member(json, "carried", [&](const std::string& cell, element count) {
    ledger.carried[cell] = std::int64_t(count.get_int64());
  });
  ledger.documents.seen = texts_at(json, "documents_seen");
  ledger.documents.added = documents_at(json, "documents_added");
  ledger.documents.repealed = documents_at(json, "documents_repealed");
  ledger.documents.repealed_before =
      texts_at(json, "documents_repealed_before");
  ledger.documents.issued = texts_at(json, "documents_issued");
  each_of(json, "charges", [&](element item) {
    const object charge = item.get_object();
    ledger.charges[text_at(charge, "key")].push_back(charge_of(charge));
  });
  return ledger;
}

/// Rows of one file, to whoever wants them.
class RowReader {
 public:
  RowReader(PartFile& file, bool keep, const PartRowSinks& sinks)
      : file_(file), keep_(keep), sinks_(sinks) {}

  void read(const object& json) {
    if (!keep_ && !sinks_.value && !sinks_.application) return;
    each_member(json, "values", [&](const std::string& group, element rows) {
      for (const array row : array(rows.get_array())) value(group, row);
    });
    each_of(json, "applications", [&](element item) {
      const array row = item.get_array();
      const CountedApplication one{text_of(row.at(0)), text_of(row.at(1))};
      if (sinks_.application) sinks_.application(file_, one);
      if (keep_) append(file_.applications, row_json(one));
    });
  }

 private:
  static void append(std::string& rows, const std::string& row) {
    if (!rows.empty()) rows += ",\n";
    rows += row;
  }

  void value(const std::string& group, const array& json) {
    std::array<element, 8> item;
    std::size_t count = 0;
    for (const element one : json) {
      if (count < item.size()) item[count++] = one;
    }
    if (count < 4) throw std::invalid_argument("row too short");
    PartRow row;
    row.line = number_of(item[0]);
    row.place.at.line = count > 7 ? number_of(item[7]) : row.line;
    row.place.at.column = static_cast<std::uint32_t>(number_of(item[1]));
    row.place.width = static_cast<std::uint32_t>(number_of(item[2]));
    row.value = item[3].get_string();
    std::string folded;
    if (count > 4) {
      row.key = item[4].get_string();
    } else {
      row.key = folded = fold_number(row.value);
    }
    row.name = count > 5 ? std::string_view(item[5].get_string()) : row.value;
    row.record = count > 6 ? std::string_view(item[6].get_string()) : row.value;
    if (sinks_.value) sinks_.value(file_, group, row);
    if (keep_) append(file_.values[group], row_json(row));
  }

  PartFile& file_;
  bool keep_;
  const PartRowSinks& sinks_;
};

PartFile file_of(const object& json, bool rows, const PartRowSinks& sinks) {
  PartFile file;
  file.name = text_at(json, "name");
  file.sheet = text_at(json, "sheet");
  if (!file.sheet.empty() && !file.name.ends_with("#" + file.sheet)) {
    throw std::invalid_argument("no such sheet");
  }
  file.ledger = text_at(json, "ledger");
  std::size_t level = 0;
  each_of(json, "order", [&](element number) {
    if (level < file.order.size()) file.order[level++] = number_of(number);
  });
  file.encoding = text_at(json, "encoding");
  file.sha256 = text_at(json, "sha256");
  file.bytes = number_at(json, "bytes");
  file.complete = flag_at(json, "complete");
  file.faulty = flag_at(json, "faulty");
  file.coverage.records_checked = number_at(json, "rows");
  file.coverage.rows_rejected = number_at(json, "rows_rejected");
  element fields;
  file.has_columns = json.at_key("fields").get(fields) == simdjson::SUCCESS;
  file.fields = texts_at(json, "fields");
  read_coverage(json.at_key("coverage").get_object(), file.coverage);
  RowReader(file, rows, sinks).read(json);
  return file;
}

Part part_of(const object& json, bool rows, const PartRowSinks& sinks) {
  Part part;
  each_member(json, "setting", [&](const std::string& name, element value) {
    part.setting.emplace(name, text_of(value));
  });
  each_of(json, "files", [&](element item) {
    part.files.push_back(file_of(item.get_object(), rows, sinks));
  });
  each_member(json, "ledgers", [&](const std::string& name, element ledger) {
    part.ledgers.emplace(name, ledger_of(ledger.get_object()));
  });
  each_of(json, "calendars_missing", [&](element item) {
    part.calendars_missing.insert(static_cast<int>(number_of(item)));
  });
  element names;
  if (json.at_key("names").get(names) == simdjson::SUCCESS) {
    part.names = texts_at(json, "names");
  }
  part.names_complete = flag_at(json, "names_complete");
  part.findings = collected_of(json.at_key("findings").get_object());
  part.waived = waived_of(json.at_key("waived").get_object());
  return part;
}

/// As written: nobody has cut it short or changed it.
bool is_whole(std::string_view text) {
  const std::size_t tail = kHashKey.size() + kHashDigits + kEnd.size();
  if (text.size() < tail) return false;
  const std::string_view body = text.substr(0, text.size() - tail);
  std::string_view rest = text.substr(body.size());
  if (!rest.starts_with(kHashKey) || !rest.ends_with(kEnd)) return false;
  return rest.substr(kHashKey.size(), kHashDigits) == sha256_hex(body);
}

/// What a file says of itself in its first line.
std::string schema_of(std::string_view text) {
  constexpr std::string_view kStart = "{\n\"schema\":\"";
  if (!text.starts_with(kStart)) return {};
  text.remove_prefix(kStart.size());
  return std::string(text.substr(0, text.find('"')));
}

}  // namespace

std::optional<Part> read_part(const std::filesystem::path& path,
                              const std::string& name, bool rows,
                              const PartRowSinks& sinks,
                              const FindingSink& sink) {
  std::optional<std::string> bytes;
  if (std::filesystem::is_regular_file(path)) {
    bytes = read_file(path, kMostBytes);
  }
  if (!bytes) {
    sink(invalid(name, "missing"));
    return std::nullopt;
  }
  const std::string schema = schema_of(*bytes);
  if (!schema.starts_with("gov-report/part/")) {
    sink(invalid(name, "shape"));
    return std::nullopt;
  }
  if (schema != kPartSchema) {
    sink(invalid(name, "version", {{"value", printable(schema)}}));
    return std::nullopt;
  }
  if (!is_whole(*bytes)) {
    sink(invalid(name, "damaged"));
    return std::nullopt;
  }
  try {
    simdjson::dom::parser parser;
    return part_of(parser.parse(*bytes).get_object(), rows, sinks);
  } catch (const simdjson::simdjson_error&) {
    sink(invalid(name, "damaged"));
  } catch (const std::invalid_argument&) {
    sink(invalid(name, "damaged"));
  }
  return std::nullopt;
}

}  // namespace gov_report
