#include "document/compose.h"

#include <map>
#include <set>

#include "base/text.h"
#include "document/letterhead.h"
#include "narrative/narrative_support.h"

namespace gov_report {
namespace {

const Letterhead kLetterhead{"某某乡人民政府", {{"phone", "0871-1234567"}}};

Document composed(const Table& table, const SectionTexts& texts = {}) {
  ComposeOptions options;
  options.check_label = [](const Constraint& constraint) {
    return constraint.rule;
  };
  return compose(table, kLetterhead, texts, options);
}

const TableBlock& table_in(const Document& document, std::string_view id) {
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<TableBlock>(&block);
      if (table != nullptr && table->id == id) return *table;
    }
  }
  FAIL("no such table");
  throw 0;
}

/// The grid as text: a line per row, cells as text with cN rN for spans and
/// "_" for figures, labels cut to their first eight characters.
std::string grid(const TableBlock& table) {
  std::vector<std::string> rows(static_cast<std::size_t>(table.rows));
  for (const TableCell& cell : table.cells) {
    std::string& row = rows[static_cast<std::size_t>(cell.row)];
    if (!row.empty()) row += " | ";
    row += cell.role == TableCell::Role::figure
               ? "_"
               : std::string(first_characters(cell.text, 8));
    if (cell.column_span > 1) row += " c" + std::to_string(cell.column_span);
    if (cell.row_span > 1) row += " r" + std::to_string(cell.row_span);
  }
  std::string out;
  for (const std::string& row : rows) out += row + "\n";
  return out;
}

/// True if spans cover every place of the grid once.
bool covers_grid(const TableBlock& table) {
  std::set<std::pair<int, int>> places;
  std::size_t covered = 0;
  for (const TableCell& cell : table.cells) {
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span;
           ++column) {
        if (row >= table.rows || column >= table.columns) return false;
        places.insert({row, column});
        ++covered;
      }
    }
  }
  return places.size() == covered &&
         covered == static_cast<std::size_t>(table.rows * table.columns);
}

const char* const kDisclosures2021 =
    "第二十条第（一） c4\n"
    "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
    "规章 | _ | _ | _\n"
    "行政规范性文件 | _ | _ | _\n"
    "第二十条第（五） c4\n"
    "信息内容 | 本年处理决定数量 c3\n"
    "行政许可 | _ c3\n"
    "第二十条第（六） c4\n"
    "信息内容 | 本年处理决定数量 c3\n"
    "行政处罚 | _ c3\n"
    "行政强制 | _ c3\n"
    "第二十条第（八） c4\n"
    "信息内容 | 本年收费金额（单 c3\n"
    "行政事业性收费 | _ c3\n";

const char* const kDisclosures2019 =
    "第二十条第（一） c4\n"
    "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量\n"
    "规章 | _ | _ | _\n"
    "规范性文件 | _ | _ | _\n"
    "第二十条第（五） c4\n"
    "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n"
    "行政许可 | _ | _ | _\n"
    "其他对外管理服务 | _ | _ | _\n"
    "第二十条第（六） c4\n"
    "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n"
    "行政处罚 | _ | _ | _\n"
    "行政强制 | _ | _ | _\n"
    "第二十条第（八） c4\n"
    "信息内容 | 上一年项目数量 | 本年增/减 c2\n"
    "行政事业性收费 | _ | _ c2\n"
    "第二十条第（九） c4\n"
    "信息内容 | 采购项目数量 | 采购总金额 c2\n"
    "政府集中采购 | _ | _ c2\n";

const char* const kDisputes =
    "行政复议 c5 | 行政诉讼 c10\n"
    "结果维持 r2 | 结果纠正 r2 | 其他结果 r2 | 尚未审结 r2 | 总计 r2 | "
    "未经复议直接起诉 c5 | 复议后起诉 c5\n"
    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | "
    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计\n"
    "_ | _ | _ | _ | _ | _ | _ | _ | _ | _ | _ | _ | _ | _ | _\n";

std::string applications_2021() {
  const std::string figures = " | _ | _ | _ | _ | _ | _ | _\n";
  std::string out =
      "（本列数据的勾稽 c3 r3 | 申请人情况 c7\n"
      "自然人 r2 | 法人或其他组织 c5 | 总计 r2\n"
      "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他\n";
  for (const char* label : {"一、本年新收政府 c3",
                            "二、上年结转政府 c3",
                            "三、本年度办理结 r22 | （一）予以公开 c2",
                            "（二）部分公开（ c2",
                            "（三）不予公开 r8 | 1.属于国家秘密",
                            "2.其他法律行政",
                            "3.危及“三安全",
                            "4.保护第三方合",
                            "5.属于三类内部",
                            "6.属于四类过程",
                            "7.属于行政执法",
                            "8.属于行政查询",
                            "（四）无法提供 r3 | 1.本机关不掌握",
                            "2.没有现成信息",
                            "3.补正后申请内",
                            "（五）不予处理 r5 | 1.信访举报投诉",
                            "2.重复申请",
                            "3.要求提供公开",
                            "4.无正当理由大",
                            "5.要求行政机关",
                            "（六）其他处理 r3 | 1.申请人无正当",
                            "2.申请人逾期未",
                            "3.其他",
                            "（七）总计 c2",
                            "四、结转下年度继 c3"}) {
    out += label + figures;
  }
  return out;
}

TEST_CASE("compose: tables stand as the model form has them") {
  const Schema schema = schema_of("cn-2021");
  const Document document = composed(table_of(schema.report, 2022, 0));
  CHECK(grid(table_in(document, "disclosures")) == kDisclosures2021);
  CHECK(grid(table_in(document, "applications")) == applications_2021());
  CHECK(grid(table_in(document, "disputes")) == kDisputes);
  const Schema older = schema_of("cn-2019");
  CHECK(grid(table_in(composed(table_of(older.report, 2019, 0)),
                      "disclosures")) == kDisclosures2019);
  CHECK(table_in(document, "applications").landscape);
  CHECK(table_in(document, "applications").header_rows == 3);
}

TEST_CASE("compose: every printed cell stands once, with its figure") {
  for (const std::string form : {"cn-2019", "cn-2021"}) {
    CAPTURE(form);
    const Schema schema = schema_of(form);
    Table table =
        make_table(schema.report, form == "cn-2019" ? 2019 : 2022, "某某乡");
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      table.cells[i].state = CellState::number;
      table.cells[i].number = static_cast<Count>(i) + 1000;
    }
    const Document document = composed(table);
    std::map<std::string, int> printed;
    for (const TableFormat& format : schema.report.tables) {
      const TableBlock& block = table_in(document, format.id);
      CHECK(covers_grid(block));
      for (const TableCell& cell : block.cells) {
        if (cell.role != TableCell::Role::figure) {
          CHECK(!cell.number);
          continue;
        }
        ++printed[cell.id];
        const auto index = schema.report.cell(cell.id);
        REQUIRE(index);
        CHECK(cell.text == std::to_string(*index + 1000));
        CHECK(cell.number == Decimal(static_cast<Count>(*index) + 1000));
      }
    }
    std::size_t expected = 0;
    for (const CellFormat& cell : schema.report.cells) {
      if (cell.kind != CellKind::printed) continue;
      ++expected;
      CHECK(printed[cell.id] == 1);
    }
    CHECK(printed.size() == expected);
    CHECK(expected == (form == "cn-2019" ? 22 + 161 + 15 : 10 + 175 + 15));
  }
}

TEST_CASE("compose: a cell that is no number prints what it is") {
  const Schema schema = schema_of("cn-2021");
  Table table = table_of(schema.report, 2022, 0);
  const auto put = [&](const char* id, Cell cell) {
    table.cells[*schema.report.cell(id)] = std::move(cell);
  };
  put("disclosures.regulations.issued", cell_from_text("", {}));
  put("disclosures.regulations.repealed", cell_from_text("/", {}));
  put("disclosures.regulations.in_force", cell_from_text("22（修订1件）", {}));
  put("disclosures.fees.amount", cell_from_text(" １２.50 ", {}));
  put("disclosures.licences.decisions", Cell{});
  std::map<std::string, const TableCell*> cells;
  const Document document = composed(table);
  for (const TableCell& cell : table_in(document, "disclosures").cells) {
    cells[cell.id] = &cell;
  }
  const struct {
    const char* id;
    std::string text;
    std::optional<Decimal> number;
  } cases[] = {
      {"disclosures.regulations.issued", "", {}},
      {"disclosures.regulations.repealed", "/", {}},
      {"disclosures.regulations.in_force", "22（修订1件）", {}},
      {"disclosures.fees.amount", "12.5", Decimal::parse("12.5")},
      {"disclosures.licences.decisions", "", {}},
      {"disclosures.penalties.decisions", "0", Decimal(0)},
  };
  for (const auto& [id, text, number] : cases) {
    CAPTURE(std::string(id));
    REQUIRE(cells.contains(id));
    CHECK(cells[id]->text == text);
    CHECK(cells[id]->number == number);
  }
}

TEST_CASE("compose: sums know the places that they add up") {
  using Places = std::vector<std::pair<int, int>>;
  const Schema schema = schema_of("cn-2021");
  const Document document = composed(table_of(schema.report, 2022, 0));
  Places row_total;
  for (int column = 3; column < 9; ++column) row_total.push_back({3, column});
  Places resolved;  // rows 5 to 25: the 21 result rows
  for (int row = 5; row < 26; ++row) resolved.push_back({row, 3});
  std::size_t sums = 0;
  for (const TableCell& cell : table_in(document, "applications").cells) {
    if (!cell.parts.empty()) ++sums;
    if (cell.id == "applications.new.total") CHECK(cell.parts == row_total);
    if (cell.id == "applications.resolved.natural_person") {
      CHECK(cell.parts == resolved);
      CHECK(std::pair(cell.row, cell.column) == std::pair(26, 3));
    }
    if (cell.id == "applications.granted.business") CHECK(cell.parts.empty());
  }
  CHECK(sums == 25 + 6);  // the total column, and row 26 left of it
  for (const TableCell& cell : table_in(document, "disputes").cells) {
    if (cell.id != "disputes.lawsuits_direct.total") continue;
    CHECK(cell.parts == Places{{3, 5}, {3, 6}, {3, 7}, {3, 8}});
  }
}

TEST_CASE("compose: the balance is a live check under each column") {
  for (const std::string form : {"cn-2019", "cn-2021"}) {
    CAPTURE(form);
    const Schema schema = schema_of(form);
    const Document document =
        composed(table_of(schema.report, form == "cn-2019" ? 2019 : 2022, 0));
    const auto& checks = table_in(document, "applications").checks;
    const int last = form == "cn-2019" ? 25 : 27;
    REQUIRE(checks.size() == 7);
    for (int i = 0; i < 7; ++i) {
      const TableCheck& check = checks[static_cast<std::size_t>(i)];
      CHECK(check.label == "balance-broken");
      CHECK(check.column == 3 + i);
      REQUIRE(check.terms.size() == 4);
      const int rows[] = {3, 4, last - 1, last};
      const int signs[] = {1, 1, -1, -1};
      for (std::size_t term = 0; term < 4; ++term) {
        CHECK(check.terms[term].row == rows[term]);
        CHECK(check.terms[term].column == 3 + i);
        CHECK(check.terms[term].sign == signs[term]);
      }
    }
    CHECK(table_in(document, "disclosures").checks.empty());
    CHECK(table_in(document, "disputes").checks.empty());
  }
}

TEST_CASE("compose: notes are numbered in the order of their figures") {
  const Schema schema = schema_of("cn-2021");
  ComposeOptions options;
  options.notes_lead = "注：";
  options.notes = {{"applications.resolved.total", "乙"},
                   {"disputes.reviews.total", "丁"},
                   {"applications.new.total", "甲"},
                   {"applications.resolved.total", "丙"},
                   {"applications.denied.total", "不印"}};
  const Document document =
      compose(table_of(schema.report, 2022, 0), kLetterhead, {}, options);
  const TableBlock& table = table_in(document, "applications");
  CHECK(table.notes_lead == "注：");
  std::string notes;
  for (const TableNote& note : table.notes) {
    notes += note.mark + note.text + note.cell + "\n";
  }
  CHECK(notes ==
        "①甲applications.new.total\n②乙applications.resolved.total\n"
        "③丙applications.resolved.total\n");
  std::string marks;
  for (const TableCell& cell : table.cells) {
    if (!cell.mark.empty()) marks += cell.id + cell.mark + "\n";
  }
  CHECK(marks == "applications.new.total①\napplications.resolved.total②③\n");
  CHECK(table_in(document, "disputes").notes.front().mark == "①");
  CHECK(table_in(document, "disclosures").notes_lead.empty());
}

TEST_CASE("compose: the marks of many notes stay one character, then two") {
  const Schema schema = schema_of("cn-2021");
  ComposeOptions options;
  for (int i = 1; i <= 51; ++i) {
    options.notes.push_back({"applications.new.total", std::to_string(i)});
  }
  const Document document =
      compose(table_of(schema.report, 2022, 0), kLetterhead, {}, options);
  const auto& notes = table_in(document, "applications").notes;
  REQUIRE(notes.size() == 51);
  CHECK(notes[19].mark == "⑳");
  CHECK(notes[20].mark == "㉑");
  CHECK(notes[34].mark == "㉟");
  CHECK(notes[35].mark == "㊱");
  CHECK(notes[49].mark == "㊿");
  CHECK(notes[50].mark == "(51)");
}

TEST_CASE("compose: title, preamble and sections") {
  const Schema schema = schema_of("cn-2021");
  const Document document = composed(table_of(schema.report, 2022, 0));
  CHECK(document.title == "某某乡人民政府2022年政府信息公开工作年度报告");
  CHECK(document.agency == "某某乡人民政府");
  CHECK(document.year == 2022);
  CHECK(document.format == "cn-2021");
  CHECK(!document.draft);
  REQUIRE(document.preamble.size() == 3);
  CHECK(document.preamble[1].runs[0].text ==
        "本报告所列数据的统计期限为2022年1月1日至2022年12月31日。");
  CHECK(document.preamble[2].runs[0].text ==
        "如对本报告有疑问，请与某某乡人民政府联系。联系电话：0871-1234567。");
  std::string headings;
  for (const Section& section : document.sections) {
    headings += section.heading + "\n";
  }
  CHECK(headings ==
        "一、总体情况\n二、主动公开政府信息情况\n"
        "三、收到和处理政府信息公开申请情况\n"
        "四、政府信息公开行政复议、行政诉讼情况\n"
        "五、存在的主要问题及改进情况\n六、其他需要报告的事项\n");
}

TEST_CASE("compose: texts stand under the heading, or below the table") {
  const Schema schema = schema_of("cn-2021");
  const Table table = table_of(schema.report, 2022, 0);
  const auto text = [&](const char* markdown) {
    const FindingSink none = [](Finding) { CHECK(false); };
    return resolve(parse_narrative(markdown, "a.md", none), {&table, nullptr},
                   none);
  };
  const Document document = composed(
      table, {{"overview", text("## 题\n\n甲**乙**丙\n丁\n\n1. 一\n2. **二**")},
              {"disputes", text("无。")}});
  const auto& overview = document.sections[0].blocks;
  REQUIRE(overview.size() == 3);
  CHECK(std::get<Heading>(overview[0]).level == 2);
  CHECK(std::get<Heading>(overview[0]).runs == std::vector<Run>{{"题", false}});
  CHECK(std::get<Paragraph>(overview[1]).runs ==
        std::vector<Run>{{"甲", false}, {"乙", true}, {"丙丁", false}});
  CHECK(std::get<List>(overview[2]).ordered);
  CHECK(std::get<List>(overview[2]).items ==
        std::vector<std::vector<Run>>{{{"一", false}}, {{"二", true}}});
  const auto& disputes = document.sections[3].blocks;
  REQUIRE(disputes.size() == 2);
  CHECK(std::holds_alternative<TableBlock>(disputes[0]));
  CHECK(std::get<Paragraph>(disputes[1]).runs[0].text == "无。");
  CHECK(document.sections[5].blocks.empty());
}

TEST_CASE("letterhead: pieces without a value are left out") {
  const LetterheadValues values = {
      {"agency", "某局"}, {"contact.phone", "1234"}, {"contact.unit", ""}};
  const struct {
    std::string pattern;
    std::string expected;
  } cases[] = {
      {"", ""},
      {"无花括号", "无花括号"},
      {"{agency}[，电话{contact.phone}]。", "某局，电话1234。"},
      {"{agency}[，{contact.unit}]。", "某局。"},
      {"{agency}[，{contact.fax}][，{contact.phone}]", "某局，1234"},
      {"[{contact.unit}{contact.phone}]", ""},
      {"[常在]", "常在"},
      {"电话{contact.unit}", ""},
      {"电话{contact.fax}[甲]", ""},
      {"{agency", "{agency"},
      {"[没有结束", "[没有结束"},
  };
  for (const auto& [pattern, expected] : cases) {
    CAPTURE(pattern);
    CHECK(fill_in(pattern, values) == expected);
  }
}

TEST_CASE("letterhead: a value is not filled in again") {
  CHECK(fill_in("{a}", {{"a", "{b}[c]"}, {"b", "x"}}) == "{b}[c]");
}

}  // namespace
}  // namespace gov_report
