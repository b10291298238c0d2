// Periods, years, instruments, templates, other bodies and slips of the hand,
// in tables of wrong and right.

#include "check/text_support.h"

namespace gov_report {
namespace {

void put_overview(TextSample& sample, const std::string& text) {
  sample.add("overview", text);
}

void put_preamble(TextSample& sample, const std::string& text) {
  sample.preamble({text});
}

TEST_CASE("period-wrong: in the preamble, and where a sentence states it") {
  TextSample sample;
  const std::vector<std::string> wrong = {
      "统计期限为2024年1月1日至2024年12月30日。",
      "统计期限为2023年1月1日至2023年12月31日。",
      "统计期限为2023年1月1日至2024年12月31日。",
      "统计期限为2024年1月1日至2025年12月31日。",
      "统计期限为2024年1月1日至11月30日。",
      "统计期限为2024年1月1日至12月3日。",
      "统计期限为2024年1月2日至12月31日。",
      "统计期限为2024年2月1日至12月31日。",
      "所列数据的统计期限自2024年1月1日起至2024年12月21日止。",
      "统计时间为 2023 年 1 月 1 日至 2023 年 12 月 31 日。",
      "数据统计期限为２０２３年１月１日至１２月３１日。",
      "统计期限为2024年1月1日到12月30日。",
      "统计期限为2024年1月1日-12月30日。",
      "统计期限为2024年1月1日—2024年12月30日。",
      "统计期限为2023年1月1日——12月31日。",
      "统计期限为2024年1月1日～12月1日。",
      "统计期限为2024年01月01日至2024年12月13日。",
      "本报告所列数据统计期限从2022年1月1日起，至2022年12月31日止。",
      "本年度报告期为2023年12月31日至2024年12月31日。",
      "统计期限为1月1日至12月30日。",
      "统计期限为2024年1月1日至2024年1月31日。",
      "统计期间为2024年12月31日至2024年1月1日。"};
  const std::vector<std::string> right = {
      "统计期限为2024年1月1日至2024年12月31日。",
      "统计期限为2024年1月1日至12月31日。",
      "统计期限为1月1日至12月31日。",
      "统计期限为 2024 年 1 月 1 日至 2024 年 12 月 31 日。",
      "统计期限为２０２４年１月１日至１２月３１日。",
      "统计期限自2024年1月1日起至2024年12月31日止。",
      "统计期限为2024年1月1日到12月31日。",
      "统计期限为2024年1月1日-2024年12月31日。",
      "统计期限为2024年1月1日—12月31日。",
      "统计期限为2024年1月1日——2024年12月31日。",
      "统计期限为2024年01月01日至2024年12月31日。",
      "统计期限从2024年1月1日起，至2024年12月31日止。",
      "数据截止到2024年12月31日。",
      "本报告于2025年1月22日公布。",
      "统计期限为2024年全年。",
      "报告期为2024年度。",
      "统计期限为2024年1月至12月。",
      "本报告按照条例第五十条编制。",
      "统计期限为2024年1月1日～2024年12月31日。",
      "联系电话：0000-1234567。"};
  check_variants(sample, "period-wrong", wrong, right, put_preamble);
  check_variants(sample, "period-wrong", wrong, right, put_overview);
  sample.preamble({"统计期限为2024年1月1日至2024年12月30日。"});
  CHECK(sample.found("period-wrong") == "default 1:6+21");
  sample.preamble({"统计期限为2023年1月1日至12月31日。"});
  CHECK(sample.found("period-wrong") == "other-year 1:6+16");
}

TEST_CASE("period-wrong: other spans of time are no statistics period") {
  TextSample sample;
  for (const std::string text : {"2024年3月1日至3月31日开展宣传月活动。",
                                 "公示期为2024年5月6日至5月12日。",
                                 "2024年9月1日至2024年9月30日组织培训。",
                                 "门户网站于2024年7月1日至7月5日升级。"}) {
    CAPTURE(text);
    sample.add("overview", text);
    CHECK(sample.found("period-wrong") == "");
  }
}

TEST_CASE("wrong-year-in-text: a year that is neither this one nor explained") {
  TextSample sample;
  const std::vector<std::string> wrong = {
      "2023年，本镇主动公开政府信息120条。",
      "2023年度共收到申请3件。",
      "2022年，本镇严格落实公开要求。",
      "本镇2023年公开财政预算信息6条。",
      "全镇2023年培训两次。",
      "2023年我镇公开目录进行了调整。",
      "2020年，镇政府网站共发布信息300条。",
      "截止2023年12月31日，公开信息50条。",
      "2023年以镇政府网站为主渠道公开信息。",
      "2023年组织工作人员参加培训三次。",
      "本镇高度重视2023年政府信息公开工作。",
      "２０２３年，本镇主动公开政府信息120条。",
      "2023 年，本镇主动公开政府信息120条。",
      "一、2023年工作开展情况。",
      "2021年度，公开村务信息80条。",
      "2018年，严格落实保密审查。",
      "现将2023年工作报告如下。",
      "2025年公开惠农补贴名单四次。",
      "根据要求编制2023年度报告。",
      "全年（2023年）公开信息40条。",
      "2034年，本镇主动公开政府信息120条。",
      "2014年，本镇主动公开政府信息120条。"};
  const std::vector<std::string> right = {
      "2024年，本镇主动公开政府信息120条。",
      "2024年度共收到申请3件。",
      "较2023年增长12%。",
      "比2023年减少5件。",
      "与2023年相比，申请减少3件。",
      "同比2023年下降。",
      "2023年结转的2件申请已经办结。",
      "公开信息120条，2023年同期为98条。",
      "针对2023年报告指出的问题，逐项整改。",
      "按照《2023年政务公开工作要点》执行。",
      "《云川县2020年至2022年规划》已经公布。",
      "国办函〔2020〕109号规定的收费标准已经执行。",
      "自2019年5月15日起施行的条例。",
      "2019年以来，村务公开栏全部更换。",
      "条例于2019年4月3日修订公布。",
      "2025年，本镇将继续做好公开工作。",
      "下一步，2025年计划更换公开栏。",
      "2025年1月31日前公布本报告。",
      "目录自2021年印发以来每年更新。",
      "2022年、2023年和2024年的预算均已公开。",
      "档案馆收藏1949年以前的文书。",
      "公开电话为20230年。",
      "门户网站于2018年建成，本年升级。",
      "2022年至2024年，公开预算信息18条。"};
  check_variants(sample, "wrong-year-in-text", wrong, right, put_overview);
  sample.text("other", "没有其他事项，2023年，没有收费。\n");
  CHECK(sample.found("wrong-year-in-text") == "last-year 1:8+5");
  sample.text("other", "2015年，没有收费。\n");
  CHECK(sample.found("wrong-year-in-text") == "default 1:1+5");
}

TEST_CASE("wrong-year-in-text: a wrong period is one finding, not three") {
  TextSample sample;
  sample.preamble({"统计期限为2023年1月1日至2023年12月31日。"});
  CHECK(sample.found("period-wrong") == "other-year 1:6+21");
  CHECK(sample.found("wrong-year-in-text") == "");
}

TEST_CASE("wrong-legal-basis: the Regulations of 2007 and the other notice") {
  TextSample sample;
  const std::string notice = "根据国务院办公厅的通知（";
  const std::vector<std::string> wrong = {
      "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。",
      "根据条例（国务院令492号）编制。",
      "根据国务院第492号令编制。",
      "根据条例（国务院令 第 492 号）编制。",
      "根据条例(国务院令第４９２号)编制。",
      "根据条例（第492号）编制。",
      "根据国务院令第492号修订后的条例编制。",
      notice + "国办公开办函〔2019〕60号）编制。",
      notice + "国办公开办函[2019]60号）编制。",
      notice + "国办公开办函（2019）60号）编制。",
      notice + "国办公开办函【2019】60号）编制。",
      notice + "国办公开办函〔2019〕第60号）编制。",
      notice + "国办公开办函 〔2019〕 60 号）编制。",
      notice + "国办公开办函〔２０１９〕６０号）编制。",
      notice + "国办公开办函2019年第60号）编制。",
      "按照国办公开办函〔2019〕60号文件要求编制。",
      "国办公开办函〔2019〕60号规定的格式已经采用。",
      "依据条例（国务院令第492号令）编制。",
      "按照492号令的要求编制。",
      "按照国务院令第492号和国办公开办函〔2019〕60号编制。"};
  const std::vector<std::string> right = {
      "根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。",
      "根据条例（国务院令711号）编制。",
      "根据国务院第711号令编制。",
      notice + "国办公开办函〔2021〕30号）编制。",
      notice + "国办公开办函[2021]30号）编制。",
      notice + "国办公开办函（2021）30号）编制。",
      "按照国办函〔2020〕109号收费。",
      "公开电话4920000号。",
      "发布通知第1492号。",
      "共编发简报60号。",
      "国办发〔2019〕60号文件。",
      "国办公开办函〔2019〕61号文件。",
      "国办公开办函〔2020〕60号文件。",
      "共有492件信息。",
      "县政府令第49号已经公开。",
      "县府办函〔2019〕60号文件已经公开。",
      "建设路492号院的拆迁信息已经公开。",
      "公布价格目录第4920号。",
      "按照条例第五十条编制。",
      "按照条例编制。"};
  check_variants(sample, "wrong-legal-basis", wrong, right, put_preamble);

  TextSample old("cn-2019", 2020);
  old.preamble({"按照国办公开办函〔2019〕60号编制。"});
  CHECK(old.found("wrong-legal-basis") == "");
  old.preamble({"按照国办公开办函〔2021〕30号编制。"});
  CHECK(old.found("wrong-legal-basis") == "default 1:3+15");
}

TEST_CASE("template-text-left: hints and placeholders of templates") {
  TextSample sample;
  const std::vector<std::string> wrong = {
      "（文字描述）",
      "（文字描述，收取信息处理费情况在此处报告。）",
      "(文字描述)",
      "文字描述",
      "收取信息处理费情况在此处报告。",
      "主动公开政府信息××条。",
      "主动公开政府信息XX条。",
      "主动公开政府信息xx条。",
      "主动公开政府信息ＸＸ条。",
      "主动公开政府信息____条。",
      "主动公开政府信息＿＿条。",
      "主动公开政府信息【】条。",
      "主动公开政府信息【 】条。",
      "请填写本年度工作情况。",
      "请在此填写工作情况。",
      "表格如下：",
      "具体情况见表格如下。",
      "该部分以表格形式报告。",
      "本部分内容以表格形式报告。",
      "X年X月公布。",
      "×年×月×日公布。",
      "公开信息XXX条，答复XX件。",
      "考核结果（待补充）。",
      "考核结果待核实。",
      "填表说明：本表由各单位填写。",
      "本年度{year}年工作情况。"};
  const std::vector<std::string> right = {"联系邮箱xxgk@baishi.example。",
                                          "网址为www.xxgk.example/xx/index。",
                                          "面积为3×4米。",
                                          "公开《政府信息公开指南》。",
                                          "用文字说明和图示两种方式解读。",
                                          "表格见附件。",
                                          "下表为公开目录。",
                                          "申请人填写申请表。",
                                          "窗口提供填写示范。",
                                          "请群众填写意见卡的做法继续实行。",
                                          "印发〔2024〕3号文件。",
                                          "采用MAXX系统管理档案。",
                                          "标有【公开】字样的文件。",
                                          "在公开栏处报告工作进展。",
                                          "该部分信息以表格公开。",
                                          "各部门以表格形式公开预算。",
                                          "等待补充材料的申请人已经通知。",
                                          "逐项核实后公布。",
                                          "安装了x光机的名单已经公布。",
                                          "文字、图表相结合。",
                                          "年度报告在网站公布。"};
  check_variants(sample, "template-text-left", wrong, right, put_overview);
  sample.text("other", "其他事项：（文字描述）。\n");
  CHECK(sample.found("template-text-left") == "default 1:6+6");
  sample.text("other", "全年公开信息XX条。\n");
  CHECK(sample.found("template-text-left") == "default 1:7+2");
  sample.text("other", "没有其他事项。\n");
  sample.title("XX镇人民政府2024年政府信息公开工作年度报告");
  CHECK(sample.found("template-text-left") == "default 1:1+2");
}

TEST_CASE("foreign-name-in-text: neighbours, but not partners or own name") {
  TextSample sample;
  sample.facts.neighbours = {"青石镇", "黑水乡", "云山县", "白石"};
  const std::vector<std::string> wrong = {
      "青石镇按照条例的要求推进公开。",
      "本报告由青石镇党政办公室编制。",
      "联系单位：青石镇人民政府。",
      "黑水乡公开栏更换十块。",
      "云山县青石镇2024年工作情况。",
      "我镇公开栏由黑水乡管理。",
      "青石镇、黑水乡的申请均已答复。",
      "青 石 镇公开信息20条。",
      "在云山县政府网站公开信息。",
      "云山县人民政府门户网站公开信息50条。",
      "黑水乡人民政府办公室电话0000-1234567。",
      "本年度，黑水乡公开信息20条。",
      "青石镇人民政府2024年公开信息20条。",
      "对青石镇各村进行检查。",
      "青石镇党委召开会议三次。",
      "黑水乡财政所公开预算。",
      "信息由青石镇提供。",
      "白石村公开信息十条。",
      "公开青石镇预算和决算。",
      "云山县统计局公布数据。"};
  const std::vector<std::string> right = {"云川县白石镇人民政府推进公开。",
                                          "联合青石镇开展宣传两次。",
                                          "会同黑水乡公布流域信息。",
                                          "与青石镇共同公布河长名单。",
                                          "配合云山县公开拆迁信息。",
                                          "到青石镇学习公开栏管理。",
                                          "组织干部赴黑水乡考察。",
                                          "与云山县签订协议。",
                                          "协助青石镇答复申请一件。",
                                          "与黑水乡相邻的村同时公布。",
                                          "申请转送云山县办理。",
                                          "与青石镇、黑水乡合作编印手册。",
                                          "参观云山县公开查阅点。",
                                          "对口帮扶黑水乡。",
                                          "本镇公开信息20条。",
                                          "青年石刻展览信息已经公布。",
                                          "山县公路信息已经公布。",
                                          "联动云山县、青石镇发布预警。",
                                          "云川县的要求已经落实。",
                                          "黑龙江水乡旅游信息已经公布。"};
  check_variants(sample, "foreign-name-in-text", wrong, right, put_overview);
  sample.text("other", "按青石镇的要求办理。\n");
  CHECK(sample.found("foreign-name-in-text") == "default 1:2+3");
  sample.facts.neighbours.clear();
  CHECK(sample.found("foreign-name-in-text") == "");
  CHECK(sample.coverage.rules_not_run().at("foreign-name-in-text").key ==
        "no-neighbours");
}

TEST_CASE("typing-slip: doubled characters and look-alikes") {
  TextSample sample;
  const std::vector<std::string> wrong = {"做好政府信息公开工工作。",
                                          "认真落实各项项要求制度的的规定。",
                                          "公开的的内容。",
                                          "推进政务公公开。",
                                          "群众反映的问问题。",
                                          "积极开开展宣传。",
                                          "完善善制度。",
                                          "政府府网站公开。",
                                          "及时时更新网站内容的内内容。",
                                          "加强强化培训的管管理。",
                                          "依申申请公开。",
                                          "主动公开开政府信息。",
                                          "是是非常重要的。",
                                          "进行行了培训。",
                                          "我们们将继续努力。",
                                          "规范范文件管理。",
                                          "提高高服务水平。",
                                          "为群众众服务。",
                                          "利用互联网十政务服务。",
                                          "公开行政许可2现。",
                                          "工作己经完成。",
                                          "按排专人负责。",
                                          "布署公开工作。",
                                          "全年末收到申请。",
                                          "与申清人沟通。",
                                          "人名政府网站。",
                                          "保障障群众知情权。"};
  const std::vector<std::string> right = {
      "政府信息公开开展情况良好。",
      "门户网站由部门门户组成。",
      "云川市市场监督管理局参加检查。",
      "国务院院长会议精神已经公开。",
      "信息公开工作作风扎实。",
      "年年更新，村村通广播。",
      "人人知晓，家家户户有手册。",
      "方方面面的意见都已收集。",
      "扎扎实实做好工作，实实在在服务群众。",
      "种种原因已经说明，往往需要沟通。",
      "各级机关关于公开的规定。",
      "行政政策解读三篇。",
      "办理理由写入答复书。",
      "联系县县政府办公室。",
      "2024年年底完成。",
      "答复复议机关三次。",
      "公布布局图两张。",
      "百分之九十九点九九。",
      "二〇二二年的预算。",
      "公司司法信息已经公开。",
      "依法法律审核前置。",
      "征求群众众多意见。",
      "审查查询记录十份。",
      "网站由县县级平台统一管理。",
      "重点点位二十个。",
      "共公开5项现行有效文件。",
      "渐渐形成习惯，常常听取意见。",
      "由局局长签发。"};
  check_variants(sample, "typing-slip", wrong, right, put_overview);
  sample.text("other", "按照要求做好公开工工作。\n");
  CHECK(sample.found("typing-slip") == "default 1:9+2");
  sample.text("other", "公开行政许可2现。\n");
  CHECK(sample.found("typing-slip") == "look-alike 1:7+3");
  sample.text("other", "公公公开信息。\n");
  CHECK(sample.found("typing-slip") == "default 1:1+3");
}

}  // namespace
}  // namespace gov_report
