#include "pipeline/annotate.h"

#include <doctest/doctest.h>

#include "base/byte_stream.h"
#include "base/temporary_folder.h"
#include "ledger/ledger_fixture.h"
#include "paths.h"
#include "source/csv.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBom = "\xEF\xBB\xBF";

struct Office {
  Office() {
    fs::copy(fs::path(SOURCE_ROOT) / "tests/cli/base", folder.path(),
             fs::copy_options::recursive);
  }

  /// What `--annotate WORD` makes of the workspace; empty: refused.
  std::string annotated(const std::string& word) {
    const Messages messages = messages_of(Language::zh);
    Annotator annotator(rules, messages, "cn-2021", 2024);
    const Schema schema = real_schema(2024);
    const FindingSink sink = [&](const Finding& finding) {
      said += rules.describe(finding, Language::zh).headline + "\n";
    };
    auto plan = plan_annotation(word, schema, files_of(schema), sink);
    if (!plan) return "";
    const fs::path target = folder / plan->target.string();
    plan->target = target;
    annotator.add(std::move(*plan));
    YearRequest request;
    request.workspace = folder.path();
    request.year = 2024;
    request.limit = 1;
    request.watch = [&](const Finding& finding) { annotator.watch(finding); };
    const CheckResult result = check_year(request, DataFiles(), rules);
    annotator.write(
        result, describe(result, rules, messages, false),
        [&](const std::string& line) { said += line + "\n"; }, sink);
    return fs::exists(target) ? file_text(target) : "";
  }

  LedgerFiles files_of(const Schema& schema) const {
    return find_ledger_files(schema.ledgers, {}, Workspace(folder.path()),
                             [](const Finding&) {});
  }

  static Messages messages_of(Language language) {
    return load_messages(DataFiles(), language, [](const Finding&) {}).value();
  }

  TemporaryFolder folder;
  RuleCatalogue rules = real_rules();
  std::string said;
};

const char* const kHeader = "编号,收到日期,申请人类型,办理结果,办结日期";

TEST_CASE("annotate: every row as it stands, with what is wrong before it") {
  Office office;
  put_file(office.folder / "ledgers/applications.csv",
           std::string(kHeader) + "\n" +
               "1,2025-02-30,自然人,,\n"
               "2,2025-01-20,\"自然\n人\",,\n"
               "\n"
               "3,2025-13-01,自然仁,,\n"
               "4,2025-01-20,自然人,,,多,余\n"
               "5,2025-01-20,\"自然\"人,,\n"
               "\"6,2025-01-20,自然人,,\n"
               "=1+1,2025-01-20,自然人\n");
  // A limit of 1 has no effect on the copy. Rows whose quotes are broken would
  // take in those below, so each is one value.
  CHECK(
      office.annotated("applications=m.csv") ==
      std::string(kBom) + "核对结果," + kHeader +
          "\r\n"
          "错误：收到日期在日历上不存在：2025-02-30。改正：对照原件核对月份和日"
          "（bad-date）,1,2025-02-30,自然人,,\r\n"
          ",2,2025-01-20,\"自然\n人\",,\r\n"
          ",\r\n"
          "\"错误：收到日期在日历上不存在：2025-13-"
          "01。改正：对照原件核对月份和日"
          "（bad-date）\n"
          "错误：申请人类型无法识别：自然仁，是否为“自然人”。改正：写作“自然人”"
          "；"
          "可填：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他"
          "（unknown-applicant-class）\",3,2025-13-01,自然仁,,\r\n"
          "错误：这一行有 7 栏，表头只有 5 "
          "栏，没有计入。改正：含有逗号的值要加引号；"
          "或在表头补上缺少的栏名（too-many-fields）,4,2025-01-20,自然人,,,多,"
          "余\r\n"
          "\"错误：闭合引号之后还有文字，这一行没有计入。改正：值里面的引号要写"
          "成两个 "
          "\"\"\"\"，或换成中文引号“ ”（text-after-quote）\","
          "\"5,2025-01-20,\"\"自然\"\"人,,\"\r\n"
          "\"错误：第 9 行“编号”的引号没有闭合。改正：在该值末尾补上引号，"
          "或删去开头的引号；值里面的引号要写成两个 "
          "\"\"\"\"（unclosed-quote）\","
          "\"\"\"6,2025-01-20,自然人,,\"\r\n"
          ",=1+1,2025-01-20,自然人\r\n");
  CHECK(office.said == "标注副本 " + (office.folder / "m.csv").string() +
                           "：6 处；原台账没有改动\n");
}

TEST_CASE("annotate: the copy is a ledger with the same findings") {
  Office office;
  put_file(office.folder / "ledgers/applications.csv",
           std::string(kHeader) +
               "\n1,2024-02-30,自然人,,\n2,2024-03-01,自然仁,,\n");
  const std::string text = office.annotated("依申请公开台账=m.csv");
  const Schema schema = real_schema(2024);
  const LedgerFormat& format = ledger_of(schema, "applications");
  CHECK(
      short_text(read_csv(format, text.substr(kBom.size()))).find("bad-date") ==
      0);
}

TEST_CASE("annotate: GBK and semicolons become UTF-8 and semicolons") {
  Office office;
  // 编号;受理日期;结果;审结日期 in GBK.
  put_file(office.folder / "ledgers/reviews.csv",
           "\xB1\xE0\xBA\xC5;\xCA\xDC\xC0\xED\xC8\xD5\xC6\xDA;"
           "\xBD\xE1\xB9\xFB;\xC9\xF3\xBD\xE1\xC8\xD5\xC6\xDA\n"
           "\xB8\xB4"
           "1;2024-01-05;;\n");
  CHECK(office.annotated("reviews=m.csv") ==
        std::string(kBom) +
            "核对结果;编号;受理日期;结果;审结日期\r\n;复1;2024-01-05;;\r\n");
}

TEST_CASE("annotate: what is wrong with the header stands in its own") {
  Office office;
  put_file(office.folder / "ledgers/applications.csv", "编号,收到日期\n1,2\n");
  const std::string text = office.annotated("applications=m.csv");
  CHECK(text.starts_with(std::string(kBom) + "\"核对结果\n错误："));
  CHECK(text.find("（missing-column）\",编号,收到日期\r\n,1,2\r\n") !=
        std::string::npos);
}

TEST_CASE("annotate: a YAML ledger becomes a table, broken records too") {
  Office office;
  fs::remove(office.folder / "ledgers/reviews.csv");
  put_file(office.folder / "ledgers/reviews.yaml",
           "- {编号: 复1, 受理日期: 2024-01-05}\n"
           "- [1, 2]\n"
           "- 编号: 复3\n"
           "  受理日期: 2024-02-31\n");
  const std::string text = office.annotated("ledgers/reviews.yaml=m.csv");
  CHECK(text.starts_with(std::string(kBom) +
                         "核对结果,编号,受理日期\r\n,复1,2024-01-05\r\n"));
  CHECK(text.find("（unreadable-record）,\"- [1, 2]\"\r\n") !=
        std::string::npos);
  CHECK(text.find("（bad-date）,复3,2024-02-31\r\n") != std::string::npos);
}

TEST_CASE("annotate: a file that cannot be read has no copy") {
  Office office;
  put_file(office.folder / "ledgers/reviews.csv", "");
  CHECK(office.annotated("reviews=m.csv") == "");
  CHECK(office.said == "ledgers/reviews.csv 读不出，没有写 " +
                           (office.folder / "m.csv").string() + "\n");
}

TEST_CASE("annotate: names of ledgers and files that are there") {
  Office office;
  const Schema schema = real_schema(2024);
  const auto files = [&](const std::string& word) {
    office.said.clear();
    const auto plan = plan_annotation(
        word, schema, office.files_of(schema),
        [&](const Finding& finding) { office.said = finding.rule; });
    return plan ? plan->files.size() : 0;
  };
  CHECK(files("m.xlsx") == 4);
  CHECK(files("M.XLSX") == 4);
  CHECK(files("reviews=m.xlsx") == 1);
  CHECK(files("行政复议台账=m.csv") == 1);
  CHECK(files("ledgers/reviews.csv=m.csv") == 1);
  CHECK(files("m.csv") == 0);
  CHECK(office.said == "unknown-option-value");
  CHECK(files("review=m.csv") == 0);
  CHECK(files("m.xls") == 0);
  fs::create_directories(office.folder / "ledgers/2023");
  fs::copy(office.folder / "ledgers/reviews.csv",
           office.folder / "ledgers/2023/reviews.csv");
  CHECK(files("reviews=m.csv") == 0);
  CHECK(files("reviews=m.xlsx") == 2);
  fs::remove_all(office.folder / "ledgers");
  CHECK(files("reviews=m.csv") == 0);
  CHECK(office.said == "file-missing");
  CHECK(files("m.xlsx") == 0);
}

TEST_CASE("rows: all of them, blank and rejected ones too, when asked for") {
  const std::string text = "a,b\n1,2\n\n3,4,5\n\"6,7\n8\n" +
                           std::string(kRowLimit + 10, 'x') + "\n9,9\n";
  const auto rows = open_csv_rows(
      open_memory(text), "f", [](Finding) {}, RowChoice::all);
  std::string shape;
  for (Row row; rows->next(row);) {
    shape += std::to_string(row.line) + ":" +
             std::string(row.kind == Row::Kind::record  ? ""
                         : row.kind == Row::Kind::blank ? "blank"
                                                        : "rejected") +
             "[" + std::string(row.raw.substr(0, 6)) + "] ";
  }
  CHECK(shape ==
        "2:[1,2] 3:blank[] 4:rejected[3,4,5] 5:rejected[\"6,7] 6:[8] "
        "7:rejected[xxxxxx] 8:[9,9] ");
  CHECK(rows->rows_rejected() == 3);
}

}  // namespace
}  // namespace gov_report
