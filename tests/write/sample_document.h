// sample_document.h - a complete report made by hand, for the writers' tests:
// the three tables of the form cn-2021 with figures that add up.

#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"

namespace gov_report {

using Role = TableCell::Role;

inline TableCell cell(int row, int column, int row_span, int column_span,
                      Role role, std::string text) {
  TableCell made;
  made.row = row;
  made.column = column;
  made.row_span = row_span;
  made.column_span = column_span;
  made.role = role;
  made.text = std::move(text);
  return made;
}

inline TableCell figure(int row, int column, const std::string& text,
                        std::string id, int column_span = 1) {
  TableCell made = cell(row, column, 1, column_span, Role::figure, text);
  made.number = Decimal::parse(text);
  made.id = std::move(id);
  return made;
}

inline TableBlock sample_disclosures() {
  TableBlock t;
  t.id = "disclosures";
  t.name = "主动公开";
  t.rows = 14;
  t.columns = 4;
  t.widths = {40, 20, 20, 20};
  auto title = [&](int row, const char* text) {
    t.cells.push_back(cell(row, 0, 1, 4, Role::title, text));
    t.cells.push_back(cell(row + 1, 0, 1, 1, Role::header, "信息内容"));
  };
  auto wide = [&](int row, const char* label, const char* number,
                  const char* id) {
    t.cells.push_back(cell(row, 0, 1, 1, Role::label, label));
    t.cells.push_back(figure(row, 1, number, id, 3));
  };
  auto documents = [&](int row, const char* label, const std::string& id,
                       std::initializer_list<const char*> numbers) {
    t.cells.push_back(cell(row, 0, 1, 1, Role::label, label));
    const char* fields[] = {"issued", "repealed", "in_force"};
    int i = 0;
    for (const char* number : numbers) {
      t.cells.push_back(
          figure(row, 1 + i, number, "disclosures." + id + "." + fields[i]));
      ++i;
    }
  };
  title(0, "第二十条第（一）项");
  for (int i = 0; i < 3; ++i) {
    const char* names[] = {"本年制发件数", "本年废止件数", "现行有效件数"};
    t.cells.push_back(cell(1, 1 + i, 1, 1, Role::header, names[i]));
  }
  documents(2, "规章", "regulations", {"0", "0", "0"});
  documents(3, "行政规范性文件", "normative_documents", {"3", "1", "24"});
  const char* decisions = "本年处理决定数量";
  title(4, "第二十条第（五）项");
  t.cells.push_back(cell(5, 1, 1, 3, Role::header, decisions));
  wide(6, "行政许可", "1287", "disclosures.licences.decisions");
  title(7, "第二十条第（六）项");
  t.cells.push_back(cell(8, 1, 1, 3, Role::header, decisions));
  wide(9, "行政处罚", "436", "disclosures.penalties.decisions");
  wide(10, "行政强制", "12", "disclosures.coercive_measures.decisions");
  title(11, "第二十条第（八）项");
  t.cells.push_back(
      cell(12, 1, 1, 3, Role::header, "本年收费金额（单位：万元）"));
  wide(13, "行政事业性收费", "7539.443252", "disclosures.fees.amount");
  return t;
}

/// Labels of the rows that hold figures; a group label stands before its
/// first row.
struct SampleRow {
  const char* id;
  const char* label;
  const char* group;  // label of the group that starts here, or ""
  int group_rows;
  int level;  // label column
};

inline const std::vector<SampleRow>& sample_rows() {
  static const std::vector<SampleRow> rows = {
      {"new", "一、本年新收政府信息公开申请数量", "", 0, 0},
      {"carried_over", "二、上年结转政府信息公开申请数量", "", 0, 0},
      {"granted", "（一）予以公开", "", 0, 1},
      {"partially_granted",
       "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "", 0, 1},
      {"denied.state_secret", "1.属于国家秘密", "（三）不予公开", 8, 2},
      {"denied.prohibited_by_law", "2.其他法律行政法规禁止公开", "", 0, 2},
      {"denied.security_and_stability", "3.危及“三安全一稳定”", "", 0, 2},
      {"denied.third_party_rights", "4.保护第三方合法权益", "", 0, 2},
      {"denied.internal_affairs", "5.属于三类内部事务信息", "", 0, 2},
      {"denied.deliberative_process", "6.属于四类过程性信息", "", 0, 2},
      {"denied.enforcement_file", "7.属于行政执法案卷", "", 0, 2},
      {"denied.registry_lookup", "8.属于行政查询事项", "", 0, 2},
      {"unavailable.not_held", "1.本机关不掌握相关政府信息", "（四）无法提供",
       3, 2},
      {"unavailable.needs_processing", "2.没有现成信息需要另行制作", "", 0, 2},
      {"unavailable.still_unclear", "3.补正后申请内容仍不明确", "", 0, 2},
      {"not_processed.petition_or_complaint", "1.信访举报投诉类申请",
       "（五）不予处理", 5, 2},
      {"not_processed.repeated", "2.重复申请", "", 0, 2},
      {"not_processed.published_material", "3.要求提供公开出版物", "", 0, 2},
      {"not_processed.excessive", "4.无正当理由大量反复申请", "", 0, 2},
      {"not_processed.reissue", "5.要求行政机关确认或重新出具已获取信息", "", 0,
       2},
      {"other_handling.no_correction",
       "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
       "（六）其他处理", 3, 2},
      {"other_handling.unpaid_fee",
       "2.申请人逾期未按收费通知要求缴纳费用、"
       "行政机关不再处理其政府信息公开申请",
       "", 0, 2},
      {"other_handling.other", "3.其他", "", 0, 2},
      {"resolved", "（七）总计", "", 0, 1},
      {"carried_forward", "四、结转下年度继续办理", "", 0, 0}};
  return rows;
}

inline void add_application_header(TableBlock& t) {
  TableCell corner = cell(0, 0, 3, 3, Role::corner,
                          "（本列数据的勾稽关系为：第一项加第二项之和，"
                          "等于第三项加第四项之和）");
  corner.hint = true;
  t.cells.push_back(corner);
  t.cells.push_back(cell(0, 3, 1, 7, Role::header, "申请人情况"));
  t.cells.push_back(cell(1, 3, 2, 1, Role::header, "自然人"));
  t.cells.push_back(cell(1, 4, 1, 5, Role::header, "法人或其他组织"));
  t.cells.push_back(cell(1, 9, 2, 1, Role::header, "总计"));
  const char* kinds[] = {"商业企业", "科研机构", "社会公益组织", "法律服务机构",
                         "其他"};
  for (int i = 0; i < 5; ++i)
    t.cells.push_back(cell(2, 4 + i, 1, 1, Role::header, kinds[i]));
}

/// The figure of an application row in one of the six classes: simple numbers
/// for which 一 + 二 = 三 + 四 holds in every column.
inline int sample_count(int row, int column) {
  if (row == 0) return 60 + 10 * column;
  if (row == 1) return 2;
  if (row == 24) return column == 0 ? 5 : 0;
  if (row == 23) return sample_count(0, column) + 2 - sample_count(24, column);
  if (row == 2) {
    int rest = 0;
    for (int other = 3; other < 23; ++other)
      rest += sample_count(other, column);
    return sample_count(23, column) - rest;
  }
  return (row + column) % 3;
}

inline void add_application_row(TableBlock& t, int index) {
  const char* kClasses[] = {
      "natural_person", "business",           "research", "public_welfare",
      "legal_service",  "other_organisation", "total"};
  const SampleRow& row = sample_rows()[static_cast<std::size_t>(index)];
  const int at = 3 + index;
  if (index == 2)
    t.cells.push_back(cell(at, 0, 22, 1, Role::label, "三、本年度办理结果"));
  if (row.group_rows > 0)
    t.cells.push_back(cell(at, 1, row.group_rows, 1, Role::label, row.group));
  TableCell label =
      cell(at, row.level, 1, 3 - row.level, Role::label, row.label);
  if (index == 3)
    label.hint_part = "（区分处理的，只计这一情形，不计其他情形）";
  t.cells.push_back(label);
  int sum = 0;
  for (int column = 0; column < 7; ++column) {
    int count = column < 6 ? sample_count(index, column) : sum;
    sum += count;
    TableCell made =
        figure(at, 3 + column, std::to_string(count),
               std::string("applications.") + row.id + "." + kClasses[column]);
    if (column == 6)
      for (int i = 3; i < 9; ++i) made.parts.push_back({at, i});
    else if (index == 23)
      for (int i = 5; i < 26; ++i) made.parts.push_back({i, 3 + column});
    t.cells.push_back(made);
  }
}

inline TableBlock sample_applications() {
  TableBlock t;
  t.id = "applications";
  t.name = "依申请公开";
  t.landscape = true;
  t.rows = 28;
  t.columns = 10;
  t.header_rows = 3;
  t.widths = {850, 1200, 4756, 850, 850, 850, 850, 850, 850, 850};
  add_application_header(t);
  for (int index = 0; index < 25; ++index) add_application_row(t, index);
  for (int column = 3; column < 10; ++column) {
    TableCheck check;
    check.label = "第一项加第二项之和，等于第三项加第四项之和";
    check.column = column;
    check.terms = {
        {3, column, 1}, {4, column, 1}, {26, column, -1}, {27, column, -1}};
    t.checks.push_back(check);
  }
  return t;
}

inline TableBlock sample_disputes() {
  TableBlock t;
  t.id = "disputes";
  t.name = "复议诉讼";
  t.rows = 4;
  t.columns = 15;
  t.header_rows = 3;
  const char* outcomes[] = {"结果维持", "结果纠正", "其他结果", "尚未审结",
                            "总计"};
  const char* ids[] = {"upheld", "corrected", "other", "pending", "total"};
  const char* branches[] = {"reviews", "lawsuits_direct",
                            "lawsuits_after_review"};
  t.cells.push_back(cell(0, 0, 1, 5, Role::header, "行政复议"));
  t.cells.push_back(cell(0, 5, 1, 10, Role::header, "行政诉讼"));
  for (int i = 0; i < 5; ++i)
    t.cells.push_back(cell(1, i, 2, 1, Role::header, outcomes[i]));
  t.cells.push_back(cell(1, 5, 1, 5, Role::header, "未经复议直接起诉"));
  t.cells.push_back(cell(1, 10, 1, 5, Role::header, "复议后起诉"));
  for (int i = 5; i < 15; ++i)
    t.cells.push_back(cell(2, i, 1, 1, Role::header, outcomes[i % 5]));
  for (int i = 0; i < 15; ++i) {
    const char* numbers[] = {"4", "1", "0", "2", "7"};
    TableCell made =
        figure(3, i, i < 5 ? numbers[i] : "0",
               std::string("disputes.") + branches[i / 5] + "." + ids[i % 5]);
    if (i % 5 == 4)
      for (int part = i - 4; part < i; ++part) made.parts.push_back({3, part});
    t.cells.push_back(made);
  }
  for (int last = 4; last < 15; last += 5) {
    TableCheck check;
    check.label = "前四项之和等于总计";
    check.column = last;
    for (int i = last - 4; i < last; ++i) check.terms.push_back({3, i, 1});
    check.terms.push_back({3, last, -1});
    t.checks.push_back(check);
  }
  return t;
}

inline Paragraph paragraph(std::string text) {
  return Paragraph{{Run{std::move(text), false}}};
}

inline Section table_section(std::string id, std::string heading,
                             TableBlock table) {
  Section section;
  section.id = std::move(id);
  section.heading = std::move(heading);
  section.blocks.emplace_back(std::move(table));
  return section;
}

inline Section sample_overview() {
  Section section;
  section.id = "overview";
  section.heading = "一、总体情况";
  section.blocks.emplace_back(Heading{2, {Run{"（一）主动公开", false}}});
  section.blocks.emplace_back(
      Paragraph{{Run{"一是完善制度。", true},
                 Run{"全年通过门户网站主动公开政府信息1287条，其中“三公”经费——"
                     "a & b <c> 类信息24条，及时回应社会关切，方便群众查询。",
                     false}}});
  for (int i = 0; i < 3; ++i)
    section.blocks.emplace_back(paragraph(
        "严格落实《中华人民共和国政府信息公开条例》，健全主动公开基本目录，"
        "规范发布审查程序，对政府信息实行动态管理，定期评估清理，保障公民、"
        "法人和其他组织依法获取政府信息，提高政府工作的透明度。"));
  section.blocks.emplace_back(Heading{2, {Run{"（二）监督保障", false}}});
  List list;
  list.ordered = true;
  list.items = {{Run{"组织业务培训两次。", false}},
                {Run{"开展社会评议，", false}, Run{"结果为优秀", true},
                 Run{"，未发生责任追究。", false}}};
  section.blocks.emplace_back(list);
  return section;
}

inline Document sample_document(bool draft = false) {
  Document document;
  document.agency = "盘龙彝族乡人民政府";
  document.year = 2021;
  document.title = "盘龙彝族乡人民政府2021年政府信息公开工作年度报告";
  document.format = "cn-2021";
  document.draft = draft;
  document.draft_mark = "草稿";
  document.date = *make_date(2022, 1, 31);
  document.preamble = {
      paragraph("本报告根据《中华人民共和国政府信息公开条例》第五十条编制，"
                "统计期限为2021年1月1日至2021年12月31日。")};
  document.sections.push_back(sample_overview());
  document.sections.push_back(table_section(
      "disclosures", "二、主动公开政府信息情况", sample_disclosures()));
  document.sections.push_back(
      table_section("applications", "三、收到和处理政府信息公开申请情况",
                    sample_applications()));
  document.sections.push_back(table_section(
      "disputes", "四、政府信息公开行政复议、行政诉讼情况", sample_disputes()));
  for (auto [id, heading] :
       {std::pair("problems", "五、存在的主要问题及改进情况"),
        std::pair("other", "六、其他需要报告的事项")}) {
    Section section;
    section.id = id;
    section.heading = heading;
    section.blocks.emplace_back(paragraph(
        "个别科室公开不够及时。下一步将明确专人负责，逐项核对目录。"));
    document.sections.push_back(section);
  }
  return document;
}

/// Two notes at a figure of the second table, and one at its last total.
inline Document sample_with_notes() {
  Document document = sample_document();
  auto& table = std::get<TableBlock>(document.sections[2].blocks[0]);
  const std::string open = "applications.carried_forward.total";
  table.notes_lead = "注：";
  table.notes = {{"applications.new.natural_person", "①", "新收：含a & b。"},
                 {"applications.new.natural_person", "②", "新收：第二条。"},
                 {open, "③", "结转：1件移交。"}};
  for (TableCell& cell : table.cells) {
    if (cell.id == open) cell.mark = "③";
    if (cell.id == "applications.new.natural_person") cell.mark = "①②";
  }
  return document;
}

}  // namespace gov_report
