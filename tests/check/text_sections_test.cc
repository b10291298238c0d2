// The overview, the results a government gives, problems and improvements,
// copies, in tables of wrong and right.

#include "base/text.h"
#include "check/text_support.h"

namespace gov_report {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// A hundred letters that speak of nothing.
const std::string kFiller =
    repeated("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉", 6) + "。";

void put_overview(TextSample& sample, const std::string& text) {
  sample.text("overview", text);
}

TEST_CASE("overview-topic-missing: each of the five aspects") {
  TextSample sample;
  const std::vector<std::string> aspects = {
      "主动公开政策文件。", "依申请公开一件。", "政府信息管理规范。",
      "政府信息公开平台建设有力。", "监督保障到位。"};
  std::vector<std::string> wrong = {kFiller};
  std::vector<std::string> right;
  for (std::size_t mask = 0; mask < 31; ++mask) {
    std::string text = kFiller;
    for (std::size_t i = 0; i < 5; ++i) {
      if ((mask >> i & 1U) != 0) text += aspects[i];
    }
    wrong.push_back(text);
  }
  const std::vector<std::vector<std::string>> others = {
      {"重点领域公开六类信息。", "主动公开信息二十条。"},
      {"收到信息公开申请三件。", "没有收到公开申请。", "依法申请一件。"},
      {"公文公开属性逐件确定。", "发布前进行保密审查。", "落实三审三校。",
       "规范管理政府信息。"},
      {"门户网站改版。", "更换村级公开栏。", "政务新媒体两个。",
       "公开渠道增加一个。"},
      {"组织培训两次。", "考核结果优秀。", "加强组织领导。", "社会评议满意。",
       "没有责任追究。"}};
  for (std::size_t i = 0; i < 5; ++i) {
    for (const std::string& other : others[i]) {
      std::string text = kFiller;
      for (std::size_t k = 0; k < 5; ++k) text += k == i ? other : aspects[k];
      right.push_back(text);
    }
  }
  right.push_back(std::string(TextSample::kOverview));
  right.push_back("### 主动公开\n\n" + kFiller + aspects[1] + aspects[2] +
                  aspects[3] + aspects[4]);
  right.push_back(kFiller +
                  "\n\n- 主动公开\n- 依申请公开\n- 政府信息管理\n"
                  "- 政府信息公开平台建设\n- 监督保障\n");
  check_variants(sample, "overview-topic-missing", wrong, right, put_overview);

  sample.text("overview", kFiller + aspects[0] + aspects[2] + aspects[4]);
  for (const Finding& finding : sample.findings()) {
    if (finding.rule != "overview-topic-missing") continue;
    CHECK(finding.place.file == "overview.md");
    CHECK(finding.arguments.front().value.zh ==
          "依申请公开、政府信息公开平台建设");
  }
}

TEST_CASE("overview-too-long: 1,000 characters, blanks not counted") {
  TextSample sample;
  // The sample's overview, and as many characters as are wanted.
  const auto put = [](TextSample& one, const std::string& text) {
    one.section("overview").blocks.clear();
    one.add("overview", text);
  };
  std::vector<std::string> wrong;
  std::vector<std::string> right;
  for (std::size_t i = 0; i < 20; ++i) {
    const std::string head = repeated("甲乙丙丁戊己庚辛壬癸", 99);
    wrong.push_back(head + repeated("子", 11 + i * i));
    wrong.push_back(head + repeated("丑，", 6 + i));
    right.push_back(head + repeated("寅", std::min<std::size_t>(i, 10)));
    right.push_back(head + repeated(" ", i * 5) + repeated("卯　", 10));
  }
  check_variants(sample, "overview-too-long", wrong, right, put);
  put(sample, repeated("甲 ", 1000) + "乙丙");
  CHECK(sample.found("overview-too-long") == "default 1:2001+1");

  TextSample old("cn-2019", 2020);
  put(old, repeated("甲", 3000));
  CHECK(old.found("overview-too-long") == "");
}

TEST_CASE("overview-empty: a hundred letters beyond names of sections") {
  TextSample sample;
  const std::string list =
      "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
      "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报"
      "告的事项六部分组成。";
  std::vector<std::string> wrong = {
      list,
      list + "\n\n详见下文。",
      "无。",
      "略。",
      "见附件。",
      "1. 总体情况\n2. 主动公开政府信息情况\n3. 其他需要报告的事项\n",
      list + list,
      "2024年，本镇认真做好政府信息公开工作。",
      repeated("，。；：", 100),
      repeated("！ ", 200)};
  std::vector<std::string> right = {std::string(TextSample::kOverview), kFiller,
                                    list + kFiller, kFiller + list,
                                    kFiller + kFiller};
  for (std::size_t i = 0; i < 20; ++i) {
    wrong.push_back(repeated("甲", 80 + i));
    right.push_back(repeated("乙", 100 + i));
  }
  check_variants(sample, "overview-empty", wrong, right, put_overview);
}

TEST_CASE("overview-empty: what is missing from it is folded") {
  TextSample sample;
  sample.text("overview", "略。");
  const auto findings = sample.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "overview-empty");
  REQUIRE(findings[0].consequences.size() == 4);
  CHECK(findings[0].consequences[0].rule == "overview-topic-missing");
  CHECK(findings[0].consequences[3].rule == "supervision-results-missing");
}

/// The sample's overview with another text under supervision.
void put_supervision(TextSample& sample, const std::string& text) {
  std::string all(TextSample::kOverview);
  all.erase(all.find("工作考核结果"));
  sample.text("overview", all + text + "\n");
}

TEST_CASE("supervision-results-missing: each of three with a result") {
  TextSample sample;
  const std::string assessment = "工作考核结果为优秀。";
  const std::string rating = "社会评议满意度为95%。";
  const std::string accountability = "没有需要责任追究的情形。";
  const std::vector<std::string> wrong = {
      "组织培训两次。",
      assessment,
      rating,
      accountability,
      assessment + rating,
      assessment + accountability,
      rating + accountability,
      "建立健全工作考核、社会评议和责任追究制度。",
      "将政府信息公开纳入年度考核。" + rating + accountability,
      "落实工作考核制度。" + rating + accountability,
      assessment + "建立社会评议制度。" + accountability,
      assessment + "接受社会评议。" + accountability,
      assessment + "主动邀请群众代表开展评议。" + accountability,
      assessment + rating + "建立责任追究制度。",
      assessment + rating + "落实责任追究机制，强化监督。",
      assessment + rating + "对工作不力的严肃问责。",
      "完善考核办法，加强评议，严格责任追究。",
      "严格考核、评议和责任追究，确保落实。",
      "加强考核。" + rating + accountability,
      "制定考核细则。" + rating + "建立问责机制。",
      "对公开工作进行考核、评议，对落实不力的追究责任。",
      "考核、评议、责任追究制度得到落实。"};
  const std::vector<std::string> right = {
      assessment + rating + accountability,
      "年度考核中获得良好等次。" + rating + accountability,
      "县政府考核得分96.5分。" + rating + accountability,
      "考核排名第3名。" + rating + accountability,
      "全县考核位列第二位。" + rating + accountability,
      "顺利通过县级考核。" + rating + accountability,
      "上级未组织专门考核。" + rating + accountability,
      "八个站所参加考核，全部合格。" + rating + accountability,
      assessment + "社会评议结果为满意。" + accountability,
      assessment + "发放问卷调查200份，满意率98%。" + accountability,
      assessment + "社会评议中群众总体满意。" + accountability,
      assessment + "社会评议未收到负面意见。" + accountability,
      assessment + "开展评议一次，收集意见6条。" + accountability,
      assessment + "本年度没有开展社会评议。" + accountability,
      assessment + rating + "未发生责任追究情况。",
      assessment + rating + "责任追究：无。",
      assessment + rating + "责任追究0起。",
      assessment + rating + "全年没有人员被追究责任。",
      assessment + rating + "责任追究方面，约谈两个单位。",
      assessment + rating + "对1名工作人员进行了问责。",
      assessment + rating + "本年度没有因政府信息公开工作被问责的人员。",
      "- 工作考核：优秀三个。\n- 社会评议：满意五十份。\n- 责任追究：没有。",
      "工作考核已经结束。八个站所均为合格。" + rating + accountability};
  check_variants(sample, "supervision-results-missing", wrong, right,
                 put_supervision);
}

TEST_CASE("supervision-results-missing: governments, offices, departments") {
  TextSample sample;
  put_supervision(sample, "建立责任追究制度。工作考核结果为优秀。");
  const auto severities = [&](const std::string& kind) {
    sample.facts.kind = kind;
    std::vector<Severity> all;
    for (const Finding& finding : sample.findings()) {
      if (finding.rule != "supervision-results-missing") continue;
      all.push_back(finding.severity.value());
    }
    return all;
  };
  const std::vector<Severity> errors(2, Severity::error);
  CHECK(severities("township") == errors);
  CHECK(severities("government") == errors);
  CHECK(severities("office") == std::vector<Severity>(2, Severity::warning));
  CHECK(severities("department").empty());
  CHECK(
      sample.coverage.rules_not_run().contains("supervision-results-missing"));
  sample.facts.kind = "township";
  CHECK(sample.found("supervision-results-missing") == "default, no-result");
}

void put_problems(TextSample& sample, const std::string& text) {
  sample.text("problems", text);
}

TEST_CASE("problems-missing: a section that names none") {
  TextSample sample;
  const std::vector<std::string> wrong = {
      "无。",
      "没有。",
      "不存在问题。",
      "没有存在的问题。",
      "无问题。",
      "未发现问题。",
      "没有明显不足。",
      "问题：无。",
      "存在问题：无；改进情况：无。",
      "存在的主要问题：没有。",
      "未发现突出问题。下一步将继续做好工作。",
      "本年度没有发现问题，下一步继续加强公开。",
      "没有主要问题，今后将进一步做好公开工作。",
      "继续推进公开，组织培训，提高质量。",
      "按照条例要求开展工作。",
      "将认真落实条例要求。",
      "下一步将更换公开栏十块。",
      "政府信息公开工作顺利，得到群众认可。",
      "暂无。",
      "不存在任何问题。",
      "本年度未出现任何问题。改进措施：继续努力。"};
  const std::vector<std::string> right = {
      std::string(TextSample::kProblems),
      "存在的问题：名单公布晚了一周。",
      "不足之处是公开栏陈旧。",
      "短板在于村级人员变动。",
      "存在薄弱环节，村级公开栏陈旧。",
      "与群众期待相比还有差距。",
      "名单公布不及时。",
      "公开形式单一。",
      "解读材料质量有待提高。",
      "网站更新不够快。",
      "两个村公开栏更新滞后。",
      "经办人业务不熟。",
      "上年问题已解决，本年问题是人手紧张。",
      "没有重大问题，但村级更新不及时。",
      "力量不强，村级人员少。",
      "标题格式不规范。",
      "主要困难是人员少。",
      "各村进度不平衡。",
      "公开内容偏少。",
      "专栏内容不全。",
      "问题有两个，一是人少，二是设备旧。"};
  check_variants(sample, "problems-missing", wrong, right, put_problems);
}

TEST_CASE("improvement-missing: problems without a measure") {
  TextSample sample;
  const std::vector<std::string> wrong = {
      "存在的问题是名单公布晚了一周。",
      "不足之处是公开栏陈旧。",
      "未将名单及时公布。",
      "没将目录更新。",
      "公开形式单一，更新不及时。",
      "经办人业务不熟，村级人员变动多。",
      "无。",
      "问题：公开栏陈旧。",
      "主要问题有两个：人少、设备旧。",
      "与群众期待相比还有差距。",
      "名单公布不及时，专栏内容不全。",
      "解读材料质量不高。",
      "两个村公开栏更新滞后。",
      "存在薄弱环节。",
      "一是更新不及时；二是内容不全；三是形式单一。",
      "短板在于村级。",
      "公开不够主动。",
      "网站栏目设置不合理，群众找不到信息。",
      "申请答复文书说理不充分。",
      "干部对条例不熟悉。"};
  const std::string problem = "存在的问题是名单公布晚了一周。";
  const std::vector<std::string> right = {
      std::string(TextSample::kProblems),
      problem + "改进情况：由专人负责。",
      problem + "下一步由专人负责。",
      problem + "措施是由专人负责。",
      problem + "将由专人负责。",
      problem + "我镇将由专人负责。",
      problem + "已经整改到位。",
      problem + "今后由专人负责。",
      problem + "加强对站所的提醒。",
      problem + "完善提醒办法。",
      problem + "进一步明确时限。",
      problem + "强化提醒。",
      problem + "加大抽查。",
      problem + "着力解决人手问题。",
      problem + "下阶段更换公开栏。",
      problem + "已组织培训两次。",
      problem + "已建立提醒日历。",
      problem + "\n\n改进措施：\n\n- 专人负责\n",
      problem + "已修订答复范本。",
      problem + "整改措施有两条。"};
  check_variants(sample, "improvement-missing", wrong, right, put_problems);
}

TEST_CASE("problems-vague: too short, or stock phrases alone") {
  TextSample sample;
  const std::vector<std::string> stock = {
      "一是思想认识不到位。",         "二是信息更新不够及时。",
      "三是公开内容不够全面。",       "四是公开形式较为单一。",
      "五是公开质量有待进一步提高。", "六是人员业务能力有待提高。",
      "七是制度机制不够健全。",       "工作中还存在一些问题。"};
  const std::vector<std::string> measures = {
      "下一步，进一步加强组织领导。", "进一步提高思想认识。",
      "进一步加强业务培训。",         "进一步加大公开力度。",
      "进一步健全工作机制。",         "进一步拓宽公开渠道。",
      "进一步提升公开质量和水平。",   "继续推进政府信息公开工作深入开展。"};
  std::vector<std::string> wrong = {"无。", "问题是人少，将增加人员。"};
  for (std::size_t i = 0; i < 8; ++i) {
    std::string text;
    for (std::size_t k = 0; k < 6; ++k) text += stock[(i + k) % 8];
    text += "\n\n";
    for (std::size_t k = 0; k < 6; ++k) text += measures[(i + k) % 8];
    wrong.push_back(text);
    wrong.push_back(stock[i] + measures[i]);
    wrong.push_back("问题是" + repeated("丙", 40 + 4 * i));
  }
  std::vector<std::string> right = {std::string(TextSample::kProblems)};
  const std::vector<std::string> own = {
      "三个站所提供的补贴名单比规定时间晚了一周左右，群众到窗口询问十余次；"
      "由党政办公室提前三天提醒，逾期的在例会上说明原因。",
      "危房改造文件直接张贴全文，年纪大的群众看不明白，反复到窗口询问，"
      "住房和低保两类文件将一律附上一页问答。",
      "四件复议案件中有两件因答复没有写明检索经过而被纠正，"
      "法规科已修订答复范本并逐件会签。",
      "十一个街道的经办人任职不满一年，对区分处理掌握不牢，"
      "由县区业务骨干结对指导，先跟班后独立答复。"};
  for (std::size_t i = 0; i < own.size(); ++i) {
    for (std::size_t k = 0; k < 5; ++k) {
      right.push_back(own[i] + stock[k] + stock[k + 1] + measures[k] +
                      measures[k + 2] + measures[7]);
    }
  }
  check_variants(sample, "problems-vague", wrong, right, put_problems);
  sample.text("problems", "问题是人少，将增加人员。");
  CHECK(sample.found("problems-vague") == "short");
  sample.text("problems", wrong[2]);
  CHECK(sample.found("problems-vague") == "default");
}

TEST_CASE("copied-from-last-year: the share of pieces of five characters") {
  TextSample sample;
  // Pieces of 20 characters of which none shares five with another.
  std::vector<std::string> pieces;
  for (char32_t c = 0x5000; pieces.size() < 20; c += 100) {
    std::string piece;
    for (char32_t i = 0; i < 20; ++i) append_utf8(piece, c + i);
    pieces.push_back(piece + "，");
  }
  const auto text_of_pieces = [&](std::size_t from, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += pieces[(from + i) % 20];
    return text;
  };
  // Of ten pieces, `old` stood in last year's text. At each seam four of the
  // five-character pieces are new, so that the share is a little below.
  const auto put = [&](TextSample& one, const std::string& old) {
    const auto count = static_cast<std::size_t>(std::stoi(old));
    one.facts.before["problems"] = {"last.md", text_of_pieces(0, count)};
    one.text("problems", text_of_pieces(0, 10));
  };
  std::vector<std::string> wrong = {"10", "9", "8", "7", "10", "9",
                                    "8",  "7", "7", "8", "9",  "10"};
  std::vector<std::string> right = {"0", "1", "2", "3", "4", "5", "6"};
  while (wrong.size() < 20) wrong.push_back(wrong[wrong.size() - 12]);
  while (right.size() < 20) right.push_back(right[right.size() - 7]);
  check_variants(sample, "copied-from-last-year", wrong, right, put);
}

TEST_CASE("copied-from-last-year: digits, thresholds, sections and severity") {
  TextSample sample;
  const std::string last(TextSample::kProblems);
  std::string same = last;
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"三个", "3个"},
                                                        {"一周", "1周"}}) {
    same.replace(same.find(from), from.size(), to);
  }
  std::string digits = same;
  digits.replace(digits.find("3个"), 4, "15个");
  sample.facts.before["problems"] = {"last.md", same};
  sample.text("problems", digits);
  auto findings = sample.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "copied-from-last-year");
  CHECK(findings[0].severity == Severity::error);
  CHECK(findings[0].arguments[1].value.zh == "100");

  // The overview is a warning even if all of it is old.
  sample.facts.before.clear();
  sample.facts.before["overview"] = {"last.md",
                                     std::string(TextSample::kOverview)};
  findings = sample.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == std::nullopt);

  // Short texts and the texts of tables prove nothing.
  sample.facts.before.clear();
  sample.facts.before["other"] = {"last.md", "没有其他需要报告的事项。"};
  CHECK(sample.findings().empty());
  sample.facts.before.clear();
  CHECK(sample.found("copied-from-last-year") == "");
  CHECK(sample.coverage.rules_not_run().at("copied-from-last-year").key ==
        "no-last-text");
}

TEST_CASE("copied-from-other-body: a paragraph of 30 characters stands once") {
  TextSample sample;
  const std::string body =
      "本镇在便民服务大厅设置查阅点并安排专人引导群众查询"
      "各类公开信息";  // 35 characters
  REQUIRE(character_count(body) >= 30);
  const auto put = [](TextSample& one, const std::string& text) {
    one.text("other", text);
  };
  std::vector<std::string> wrong;
  std::vector<std::string> right;
  for (std::size_t i = 0; i < 20; ++i) {
    const std::string own = body + std::to_string(i);
    wrong.push_back(own + "。\n\n" + repeated("中间一段。\n\n", i) + own +
                    "。\n");
    right.push_back(own + "。\n\n" + own + "件。\n");
    right.push_back(
        first_characters(body, 10 + i).data() == nullptr
            ? own
            : std::string(first_characters(body, 10 + i)) + "。\n\n" +
                  std::string(first_characters(body, 10 + i)) + "。\n");
  }
  // Not a copy of itself only: blanks and width do not make another text.
  wrong.push_back(body + "1，2。\n\n" + body + " １，２。\n");
  check_variants(sample, "copied-from-other-body", wrong, right, put);
  sample.text("other", body + "。\n\n又一段。\n\n" + body + "。\n");
  CHECK(sample.found("copied-from-other-body").starts_with("default 5:1+"));
}

}  // namespace
}  // namespace gov_report
