// Personal data and the date of publication, in tables of wrong and right.

#include "check/text_support.h"

namespace gov_report {
namespace {

void put_other(TextSample& sample, const std::string& text) {
  sample.add("other", text);
}

/// An identity number of 17 digits with the check digit of GB 11643, computed
/// by its table of weights.
std::string with_check(const std::string& digits) {
  const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (digits[i] - '0') * weights[i];
  return digits + "10X98765432"[sum % 11];
}

TEST_CASE("personal-data-in-report: identity numbers with a valid check") {
  // The example of GB 11643 itself.
  REQUIRE(with_check("11010519491231002") == "11010519491231002X");
  TextSample sample;
  std::vector<std::string> wrong = {
      "申请人身份证号为11010519491231002X。",
      "身份证11010519491231002x的申请人。",
      "（11010519491231002X）",
      "身份证号 110105 19491231 002X。",
      "身份证号１１０１０５１９４９１２３１００２Ｘ。",
      "身份证号110105194912310021。"};  // the check digit is wrong
  std::vector<std::string> right = {
      "统一社会信用代码91110105MA01ABCD2X。",
      "编号110105194912310021的文件。",  // the check digit is wrong
      "编号1101051949123100。",
      "身份证号110105********002X。",
      "订单11010519491231002X7号。",
      "流水号511010519491231002X。"};
  for (int i = 0; i < 20; ++i) {
    const std::string number = with_check(
        "53262819" + std::to_string(60 + i) + "0" + std::to_string(1 + i % 9) +
        "1" + std::to_string(i % 10) + std::to_string(100 + 7 * i));
    REQUIRE(number.size() == 18);
    wrong.push_back("申请人（" + number + "）提出申请。");
    std::string off = number;
    off.back() = off.back() == '5' ? '6' : '5';
    right.push_back("案卷号" + off + "。");
    right.push_back("案卷号" + number + "12。");
    right.push_back("案卷号9" + number + "。");
  }
  check_variants(sample, "personal-data-in-report", wrong, right, put_other);
  sample.text("other", "身份证11010519491231002X。\n");
  CHECK(sample.found("personal-data-in-report") == "identity 1:4+18");
}

TEST_CASE("personal-data-in-report: mobile numbers outside a contact") {
  TextSample sample;
  std::vector<std::string> wrong = {"申请人13812345678提出申请。",
                                    "村民李某（13912345678）来访。",
                                    "短信发送到15012345678。",
                                    "号码138 1234 5678的机主。",
                                    "号码138-1234-5678的机主。",
                                    "１３８１２３４５６７８",
                                    "申请人留下号码19912345678。",
                                    "咨询一次。另有群众17712345678反映。",
                                    "申请人王某（手机13812345678）表示满意。",
                                    "已电话告知申请人，号码13812345678。"};
  std::vector<std::string> right = {"联系电话：13812345678。",
                                    "咨询电话13812345678，欢迎来电。",
                                    "监督电话：0000-1234567、13812345678。",
                                    "手机号码13812345678。",
                                    "申请人可拨打咨询电话13812345678。",
                                    "如申请人有疑问，请致电13812345678。",
                                    "热线为13812345678。",
                                    "联系人：党政办，13812345678。",
                                    "访问量12812345678次。",
                                    "编号23812345678。",
                                    "编号1381234567。",
                                    "编号138123456789。",
                                    "文号a13812345678。",
                                    "访问量10012345678次。"};
  for (int i = 0; i < 12; ++i) {
    const std::string number = "1" + std::to_string(30 + 5 * i) + "00001234";
    if (number.size() != 11) continue;
    wrong.push_back("来访人号码" + number + "。");
    right.push_back("办公室电话" + number + "。");
  }
  for (int i = 0; i < 10; ++i) {
    const std::string number = "1" + std::to_string(300000000 + i * 7) + "5";
    REQUIRE(number.size() == 11);
    wrong.push_back("来访人号码" + number + "。");
    right.push_back("服务热线" + number + "。");
  }
  check_variants(sample, "personal-data-in-report", wrong, right, put_other);
  // A contact line in the preamble is what it is for.
  sample.preamble({"如有疑问请联系党政办公室，联系电话：13812345678。"});
  CHECK(sample.found("personal-data-in-report") == "");
}

TEST_CASE("personal-data-in-report: applicants of the ledger") {
  TextSample sample;
  sample.facts.applicants = {"王小明", "李强", "欧阳建国", "阿迪力·买买提",
                             "高峰",   "文明", "白石镇",   "赵方"};
  const std::vector<std::string> wrong = {"王小明申请公开拆迁补偿标准。",
                                          "村民王小明的申请已经答复。",
                                          "如王小明申请公开征地批文一案。",
                                          "王小明诉本镇一案。",
                                          "申请人李强提出申请。",
                                          "村民李强，要求公开账目。",
                                          "李强等人提出申请。",
                                          "答复李强先生的申请。",
                                          "欧阳建国的申请。",
                                          "阿迪力·买买提提出申请。",
                                          "向王 小明答复。",
                                          "（王小明）",
                                          "王小明、李强分别提出申请。",
                                          "与欧阳建国沟通三次。",
                                          "由李强提出。",
                                          "赵方诉本镇。",
                                          "当事人赵方不服答复。",
                                          "对李强的答复。",
                                          "本年度为李强答复一件。",
                                          "王小明",
                                          "张王小明提出申请。",
                                          "李强不服答复。"};
  const std::vector<std::string> right = {"申请人提出申请。",
                                          "王明申请公开。",
                                          "王小申请公开。",
                                          "小明同志负责登记。",
                                          "信访高峰期增加人手。",
                                          "申请高峰出现在三月。",
                                          "文明村公布名单。",
                                          "精神文明建设信息公开。",
                                          "云川县白石镇人民政府答复申请。",
                                          "由云川县白石镇人民政府公布。",
                                          "行李强制检查信息公开。",
                                          "桃李强筋健骨项目公示。",
                                          "赵某提出申请。",
                                          "李某强提出申请。",
                                          "王某某申请公开。",
                                          "欧阳修纪念馆开放。",
                                          "建国以来的档案已经公开。",
                                          "桃李强县工程公布名单。",
                                          "赵方家村公布账目。",
                                          "一名村民提出申请。",
                                          "买买提江路改造公示。"};
  check_variants(sample, "personal-data-in-report", wrong, right, put_other);
  sample.text("other", "村民王小明提出申请。\n");
  CHECK(sample.found("personal-data-in-report") == "name 1:3+3");
  // Nothing that is printed of it repeats the name.
  for (const Finding& finding : sample.findings()) {
    CHECK(finding.arguments.empty());
  }
}

TEST_CASE("published-late: by kind and level of the body") {
  TextSample sample;
  struct Case {
    const char* kind;
    const char* level;
    const char* last;  ///< in time
    const char* late;
  };
  const std::vector<Case> cases = {
      {"department", "county", "2025-01-31", "2025-02-01"},
      {"department", "province", "2025-01-31", "2025-02-01"},
      {"department", "", "2025-01-31", "2025-02-01"},
      {"office", "county", "2025-01-31", "2025-02-01"},
      {"township", "township", "2025-01-31", "2025-02-01"},
      {"government", "township", "2025-01-31", "2025-02-01"},
      {"government", "county", "2025-02-20", "2025-02-21"},
      {"government", "prefecture", "2025-03-10", "2025-03-11"},
      {"government", "province", "2025-03-31", "2025-04-01"}};
  for (const Case& one : cases) {
    CAPTURE(one.kind);
    CAPTURE(one.level);
    sample.facts.kind = one.kind;
    sample.facts.level = one.level;
    for (const std::int32_t later : {0, 1, 7}) {
      sample.facts.published = parse_date(one.last).value();
      sample.facts.published->days -= later;
      CHECK(sample.found("published-late") == "");
      sample.facts.published = parse_date(one.late).value();
      sample.facts.published->days += later;
      CHECK(sample.found("published-late") == "default");
    }
  }
  sample.facts.kind = "government";
  sample.facts.level = "";
  CHECK(sample.found("published-late") == "");
  CHECK(sample.coverage.rules_not_run().at("published-late").key == "no-level");
  sample.facts.published.reset();
  CHECK(sample.found("published-late") == "");
  CHECK(sample.coverage.rules_not_run().at("published-late").key ==
        "no-publication-date");
}

}  // namespace
}  // namespace gov_report
