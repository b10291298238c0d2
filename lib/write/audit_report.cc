#include "write/audit_report.h"

#include <algorithm>

#include "base/parallel.h"

namespace gov_report {
namespace {

void write_text(JsonWriter& json, std::string_view key,
                const std::string& text) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.value(text);
  }
}

void write_cell(JsonWriter& json, const AuditedCell& cell) {
  json.key(cell.id);
  switch (cell.kind) {
    case AuditedCell::Kind::number:
      json.value(cell.number);
      return;
    case AuditedCell::Kind::text:
      json.value(cell.text);
      return;
    case AuditedCell::Kind::blank:
      json.null();
      return;
  }
}

void write_entry(JsonWriter& json, const AuditEntry& entry) {
  json.object();
  json.key("file").value(entry.file);
  write_text(json, "format", entry.format);
  json.key("year");
  if (entry.year == 0) {
    json.null();
  } else {
    json.value(Decimal(entry.year));
  }
  write_text(json, "agency", entry.agency);
  json.key("verdict").value(entry.verdict);
  if (!entry.against.empty()) json.key("against").value(entry.against);
  json.key("cells").object();
  for (const AuditedCell& cell : entry.cells) write_cell(json, cell);
  json.end();
  json.key("unread").array();
  for (const std::string& id : entry.unread) json.value(id);
  json.end();
  json.key("findings").array();
  for (const Diagnostic& finding : entry.findings) {
    write_finding(json, finding);
  }
  json.end();
  json.end();
}

/// An entry as it stands in the list, with the comma in front of it.
std::string entry_text(const AuditEntry& entry, bool first) {
  JsonWriter json;
  json.array();
  if (!first) json.null();  // takes the place of the one before
  json.drain();
  write_entry(json, entry);
  return json.drain();
}

}  // namespace

void write_audit_json(std::size_t count,
                      const std::function<AuditEntry(std::size_t)>& entry,
                      unsigned jobs,
                      const std::function<void(std::string_view)>& write) {
  // So that the texts of thousands are not held at once.
  constexpr std::size_t kAtOnce = 256;
  std::vector<std::string> texts(std::min(count, kAtOnce));
  write("[");
  for (std::size_t first = 0; first < count; first += kAtOnce) {
    const std::size_t size = std::min(count - first, kAtOnce);
    for_each_in_parallel(size, jobs, [&](std::size_t i) {
      texts[i] = entry_text(entry(first + i), first + i == 0);
    });
    for (std::size_t i = 0; i < size; ++i) write(texts[i]);
  }
  write(count == 0 ? "]\n" : "\n]\n");
}

}  // namespace gov_report
