#include "write/verify_report.h"

#include "write/check_report.h"

namespace gov_report {

std::string verify_json(const VerifyReport& report) {
  JsonWriter json;
  json.object();
  json.key("schema").value("gov-report/verify/1");
  if (!report.format.empty()) {
    json.key("year").value(Decimal(report.year));
    json.key("format").value(report.format);
    json.key("agency").value(report.agency);
  }
  json.key("answers").array();
  for (const VerifyAnswer& answer : report.answers) {
    json.object();
    json.key("question").value(answer.question);
    json.key("answer").value(answer.answer);
    if (!answer.reason.empty()) json.key("reason").value(answer.reason);
    json.end();
  }
  json.end();
  json.key("findings").array();
  for (const Diagnostic& finding : report.findings) {
    write_finding(json, finding);
  }
  json.end().end();
  return json.take() + "\n";
}

}  // namespace gov_report
