// trace_report.h - a traced figure as text, CSV or JSON.
//
//   text   columns aligned by display width, the total at the end
//   CSV    for spreadsheets: UTF-8 with a byte order mark, without which Excel
//          and WPS take it for GBK; text that they would take for a formula
//          gets an apostrophe in front
//   JSON   "gov-report/trace/1" (schemas/json/trace.schema.json)
//
// Nothing is held back: what is written goes to the sink at once.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "document/trace.h"

namespace gov_report {

/// A text of the program by its key, with {name}s filled in.
using TraceWords = std::function<std::string(
    std::string_view key, const std::vector<Argument>& arguments)>;
using TextSink = std::function<void(std::string_view)>;

class TraceWriter {
 public:
  virtual ~TraceWriter() = default;
  /// Every entry is shown twice: first so that columns can be measured.
  virtual void measure(const TraceEntry&) {}
  virtual void begin(const TraceFigure& figure) = 0;
  virtual void entry(const TraceEntry& entry) = 0;
  virtual void end(const TraceFigure& figure) = 0;
};

std::unique_ptr<TraceWriter> trace_text(TraceWords words, TextSink sink);
std::unique_ptr<TraceWriter> trace_csv(TraceWords words, TextSink sink);
std::unique_ptr<TraceWriter> trace_json(TextSink sink);

}  // namespace gov_report
