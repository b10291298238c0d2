// The example of docs/narrative.md prints what the page says.

#include "base/byte_stream.h"
#include "narrative/narrative_support.h"
#include "paths.h"

namespace gov_report {
namespace {

TEST_CASE("narrative: the example of the guide") {
  const std::string page = read_file(
      std::filesystem::path(SOURCE_ROOT) / "docs/narrative.md", 1 << 20);
  const std::string start = "```markdown\n";
  const std::size_t begin = page.find(start) + start.size();
  const std::string example =
      page.substr(begin, page.find("```", begin) - begin);
  const Schema schema = schema_of("cn-2021");
  Table table = table_of(schema.report, 2024, 0);
  set(table, "applications.new.total", 12);
  set(table, "applications.resolved.total", 12);
  set(table, "channels.internet", 9);
  set(table, "channels.post", 3);
  const FindingSink none = [](Finding finding) { FAIL(finding.variant); };
  CHECK(shown(resolve(parse_narrative(example, "overview.md", none),
                      {&table, nullptr}, none)) ==
        "h2(依申请公开)p(2024年，某某乡人民政府新收政府信息公开申请<12><件>，"
        "办结12件。没有上年结转的申请。)p(主要渠道：)"
        "ul(网络提交9件;信函提交3件)");
}

}  // namespace
}  // namespace gov_report
