#include "system/statutory_grid.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace gov_report::test {

namespace {

constexpr std::string_view kDisclosures2019 = R"(
第二十条第（一）项 c4
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | #regulations.made | #regulations.published | #regulations.public_total
规范性文件 | #normative_documents.made | #normative_documents.published | #normative_documents.public_total
第二十条第（五）项 c4
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可 | #licences.previous | #licences.change | #licences.decisions
其他对外管理服务事项 | #other_services.previous | #other_services.change | #other_services.decisions
第二十条第（六）项 c4
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政处罚 | #penalties.previous | #penalties.change | #penalties.decisions
行政强制 | #coercive_measures.previous | #coercive_measures.change | #coercive_measures.decisions
第二十条第（八）项 c4
信息内容 | 上一年项目数量 | 本年增/减 c2
行政事业性收费 | #fees.previous | #fees.change c2
第二十条第（九）项 c4
信息内容 | 采购项目数量 | 采购总金额 c2
政府集中采购 | #procurement.projects | #procurement.amount c2
)";

constexpr std::string_view kDisclosures2021 = R"(
第二十条第（一）项 c4
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | #regulations.issued | #regulations.repealed | #regulations.in_force
行政规范性文件 | #normative_documents.issued | #normative_documents.repealed | #normative_documents.in_force
第二十条第（五）项 c4
信息内容 | 本年处理决定数量 c3
行政许可 | #licences.decisions c3
第二十条第（六）项 c4
信息内容 | 本年处理决定数量 c3
行政处罚 | #penalties.decisions c3
行政强制 | #coercive_measures.decisions c3
第二十条第（八）项 c4
信息内容 | 本年收费金额（单位：万元） c3
行政事业性收费 | #fees.amount c3
)";

// *row stands for the seven figures of a row.
constexpr std::string_view kApplicationsTop = R"(
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） c3 r3 | 申请人情况 c7
自然人 r2 | 法人或其他组织 c5 | 总计 r2
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
一、本年新收政府信息公开申请数量 c3 | *new
二、上年结转政府信息公开申请数量 c3 | *carried_over
)";

constexpr std::string_view kResults = R"(
（一）予以公开 c2 | *granted
（二）部分公开（区分处理的，只计这一情形，不计其他情形） c2 | *partially_granted
（三）不予公开 r8 | 1.属于国家秘密 | *denied.state_secret
2.其他法律行政法规禁止公开 | *denied.prohibited_by_law
3.危及“三安全一稳定” | *denied.security_and_stability
4.保护第三方合法权益 | *denied.third_party_rights
5.属于三类内部事务信息 | *denied.internal_affairs
6.属于四类过程性信息 | *denied.deliberative_process
7.属于行政执法案卷 | *denied.enforcement_file
8.属于行政查询事项 | *denied.registry_lookup
（四）无法提供 r3 | 1.本机关不掌握相关政府信息 | *unavailable.not_held
2.没有现成信息需要另行制作 | *unavailable.needs_processing
3.补正后申请内容仍不明确 | *unavailable.still_unclear
（五）不予处理 r5 | 1.信访举报投诉类申请 | *not_processed.petition_or_complaint
2.重复申请 | *not_processed.repeated
3.要求提供公开出版物 | *not_processed.published_material
4.无正当理由大量反复申请 | *not_processed.excessive
5.要求行政机关确认或重新出具已获取信息 | *not_processed.reissue
)";

constexpr std::string_view kOther2019 = R"(
（六）其他处理 c2 | *other_handling
)";

constexpr std::string_view kOther2021 = R"(
（六）其他处理 r3 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | *other_handling.no_correction
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | *other_handling.unpaid_fee
3.其他 | *other_handling.other
)";

constexpr std::string_view kApplicationsEnd = R"(
（七）总计 c2 | *resolved
四、结转下年度继续办理 c3 | *carried_forward
)";

constexpr std::string_view kDisputes = R"(
行政复议 c5 | 行政诉讼 c10
结果维持 r2 | 结果纠正 r2 | 其他结果 r2 | 尚未审结 r2 | 总计 r2 | 未经复议直接起诉 c5 | 复议后起诉 c5
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
*reviews | *lawsuits_direct | *lawsuits_after_review
)";

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> pieces;
  std::istringstream in{std::string(text)};
  for (std::string piece; std::getline(in, piece, at);) {
    const std::size_t first = piece.find_first_not_of(' ');
    if (first == std::string::npos) continue;
    const std::size_t last = piece.find_last_not_of(' ');
    pieces.push_back(piece.substr(first, last - first + 1));
  }
  return pieces;
}

bool is_span(const std::string& word) {
  return word.size() > 1 && (word[0] == 'c' || word[0] == 'r') &&
         word.find_first_not_of("0123456789", 1) == std::string::npos;
}

/// Names of the columns that a starred row stands for.
std::vector<std::string> columns_of_rows(std::string_view table) {
  if (table == "disputes") {
    return {"upheld", "corrected", "other", "pending", "total"};
  }
  std::vector<std::string> columns = applicant_columns();
  columns.emplace_back("total");
  return columns;
}

std::string without_stars(std::string_view text, std::string_view table) {
  const auto columns = columns_of_rows(table);
  std::string out;
  for (const std::string& line : split(text, '\n')) {
    for (const std::string& cell : split(line, '|')) {
      if (!cell.starts_with('*')) {
        out += cell + " | ";
        continue;
      }
      for (const std::string& column : columns) {
        out += "#" + cell.substr(1) + "." + column + " | ";
      }
    }
    out += '\n';
  }
  return out;
}

std::string applications_text(bool is_2019) {
  std::string text(kApplicationsTop);
  text += is_2019 ? "三、本年度办理结果 r20 | " : "三、本年度办理结果 r22 | ";
  text += kResults.substr(1);
  text += is_2019 ? kOther2019.substr(1) : kOther2021.substr(1);
  text += kApplicationsEnd.substr(1);
  return text;
}

std::string words(const Placed& cell) {
  std::ostringstream out;
  out << "row " << cell.row << " column " << cell.column << " spans "
      << cell.row_span << " x " << cell.column_span << ": \"" << cell.text
      << "\"";
  return out.str();
}

}  // namespace

bool GridBuilder::is_free(int column) const {
  const auto& row = taken_[static_cast<std::size_t>(row_)];
  const auto at = static_cast<std::size_t>(column);
  return at >= row.size() || !row[at];
}

void GridBuilder::start_row() {
  ++row_;
  column_ = 0;
  if (taken_.size() <= static_cast<std::size_t>(row_)) taken_.emplace_back();
  grid_.rows = row_ + 1;
}

void GridBuilder::add(int row_span, int column_span, std::string text) {
  while (!is_free(column_)) ++column_;
  grid_.cells.push_back(
      {row_, column_, row_span, column_span, std::move(text)});
  const auto first = static_cast<std::size_t>(row_);
  const auto end = static_cast<std::size_t>(column_ + column_span);
  while (taken_.size() < first + static_cast<std::size_t>(row_span)) {
    taken_.emplace_back();
  }
  for (std::size_t row = first;
       row < first + static_cast<std::size_t>(row_span); ++row) {
    if (taken_[row].size() < end) taken_[row].resize(end);
    std::fill(taken_[row].begin() + column_,
              taken_[row].begin() + column_ + column_span, true);
  }
  column_ += column_span;
  grid_.columns = std::max(grid_.columns, column_);
}

Grid GridBuilder::take() {
  return std::move(grid_);
}

Grid grid_from_text(std::string_view text, const std::string& prefix,
                    const Figures& figures) {
  GridBuilder builder;
  for (const std::string& line : split(text, '\n')) {
    builder.start_row();
    for (const std::string& cell : split(line, '|')) {
      int spans[2] = {1, 1};
      std::vector<std::string> pieces = split(cell, ' ');
      for (; is_span(pieces.back()); pieces.pop_back()) {
        const std::string& word = pieces.back();
        spans[word[0] == 'c' ? 1 : 0] = std::stoi(word.substr(1));
      }
      std::string label = pieces.at(0);
      if (label[0] == '#') label = figures.at(prefix + label.substr(1));
      builder.add(spans[0], spans[1], label);
    }
  }
  return builder.take();
}

Grid statutory_grid(std::string_view table, std::string_view format,
                    const Figures& figures) {
  const bool is_2019 = format == "cn-2019";
  std::string text(is_2019 ? kDisclosures2019 : kDisclosures2021);
  if (table == "applications") text = applications_text(is_2019);
  if (table == "disputes") text = kDisputes;
  return grid_from_text(without_stars(text, table), std::string(table) + ".",
                        figures);
}

std::string differences(const Grid& found, const Grid& expected) {
  std::ostringstream out;
  if (found.rows != expected.rows || found.columns != expected.columns) {
    out << found.rows << " x " << found.columns << " places, not "
        << expected.rows << " x " << expected.columns << "\n";
  }
  if (found.cells.size() != expected.cells.size()) {
    out << found.cells.size() << " cells, not " << expected.cells.size()
        << "\n";
  }
  int shown = 0;
  for (std::size_t i = 0;
       i < std::min(found.cells.size(), expected.cells.size()); ++i) {
    const std::string is = words(found.cells[i]);
    const std::string should = words(expected.cells[i]);
    if (is == should) continue;
    out << is << " but should be " << should << "\n";
    if (++shown == 5) break;
  }
  return out.str();
}

}  // namespace gov_report::test
