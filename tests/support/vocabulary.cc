#include "support/vocabulary.h"

#include <map>
#include <stdexcept>

namespace gov_report::test {

namespace {

using ColumnTable = std::map<std::string, std::vector<Column>, std::less<>>;

ColumnTable column_table() {
  return {
      {"applications",
       {{"id", "编号"},
        {"received", "收到日期"},
        {"applicant_type", "申请人类型"},
        {"applicant", "申请人"},
        {"subject", "申请内容"},
        {"channel", "申请渠道"},
        {"confirmed", "确认日期", true},
        {"result", "办理结果"},
        {"decided", "办结日期"},
        {"correction_requested", "补正通知日期"},
        {"correction_count", "补正次数", true},
        {"correction_due", "补正期限", true},
        {"correction_received", "补正收到日期"},
        {"extended", "延期日期"},
        {"extension_days", "延期工作日"},
        {"extension_approved", "延期审批日期", true},
        {"reasons_asked", "要求说明理由日期", true},
        {"third_party_asked", "征求第三方日期"},
        {"third_party_answered", "第三方答复日期"},
        {"earlier_reply", "前次答复编号", true},
        {"fee_method", "收费方式", true},
        {"fee_pages", "计费页数", true},
        {"fee_notice", "收费通知日期"},
        {"fee_notice_received", "收费通知送达日期", true},
        {"fee_amount", "收费金额"},
        {"fee_paid", "缴费日期"},
        {"copies_supplied", "是否提供复制件", true},
        {"handled_by", "经办人"},
        {"note", "备注"}}},
      {"disclosures",
       {{"category", "类别"},
        {"action", "事项"},
        {"date", "日期"},
        {"quantity", "数量"},
        {"amount", "金额"},
        {"title", "标题"},
        {"document_number", "文号"},
        {"formed_on", "形成日期"},
        {"published_on", "公开日期"},
        {"url", "网址"},
        {"note", "备注"}}},
      {"reviews",
       {{"id", "编号"},
        {"accepted", "受理日期"},
        {"outcome", "结果"},
        {"concluded", "审结日期"},
        {"application", "申请编号"},
        {"original_actor", "原行为主体"},
        {"note", "备注"}}},
      {"lawsuits",
       {{"id", "编号"},
        {"accepted", "立案日期"},
        {"route", "起诉方式"},
        {"outcome", "结果"},
        {"concluded", "审结日期"},
        {"application", "申请编号"},
        {"court", "法院"},
        {"original_actor", "原行为主体"},
        {"review_decision", "复议决定书文号", true},
        {"note", "备注"}}},
  };
}

using ValueTable = std::map<std::string, std::vector<Value>, std::less<>>;

ValueTable value_table() {
  return {
      {"applicant_type",
       {{"natural_person", {"自然人"}},
        {"business", {"商业企业"}},
        {"research", {"科研机构"}},
        {"public_welfare", {"社会公益组织"}},
        {"legal_service", {"法律服务机构"}},
        {"other_organisation", {"其他", "其他组织"}}}},
      {"channel",
       {{"in_person", {"当面"}},
        {"post", {"信函"}},
        {"internet", {"网络"}},
        {"email", {"电子邮件"}},
        {"fax", {"传真"}},
        {"other", {"其他"}}}},
      {"fee_method", {{"per_piece", {"按件"}}, {"per_page", {"按量"}}}},
      {"copies_supplied", {{"yes", {"是"}}, {"no", {"否"}}}},
      {"category",
       {{"regulation", {"规章"}},
        {"normative_document", {"规范性文件", "行政规范性文件"}},
        {"licence", {"行政许可"}},
        {"other_service", {"其他对外管理服务事项"}},
        {"penalty", {"行政处罚"}},
        {"coercive_measure", {"行政强制"}},
        {"fee", {"行政事业性收费"}},
        {"procurement", {"政府集中采购"}}}},
      {"action",
       {{"issued", {"制发"}},
        {"published", {"公开"}},
        {"repealed", {"废止"}},
        {"decided", {"处理决定"}},
        {"item_added", {"新增项目"}},
        {"item_removed", {"取消项目"}},
        {"charged", {"收费"}},
        {"procured", {"采购"}}}},
      {"route",
       {{"direct", {"未经复议直接起诉"}}, {"after_review", {"复议后起诉"}}}},
      {"outcome",
       {{"upheld", {"结果维持", "维持", "驳回复议请求", "驳回诉讼请求"}},
        {"corrected", {"结果纠正", "撤销", "部分撤销", "变更", "确认违法"}},
        {"other", {"其他结果", "终止", "驳回起诉", "撤诉", "调解"}}}},
      {"reviews.outcome",
       {{"upheld", {"结果维持", "维持", "驳回复议请求"}},
        {"corrected", {"结果纠正", "撤销", "部分撤销", "变更", "确认违法"}},
        {"other", {"其他结果", "终止", "调解"}}}},
      {"lawsuits.outcome",
       {{"upheld", {"结果维持", "维持", "驳回诉讼请求"}},
        {"corrected", {"结果纠正", "撤销", "部分撤销", "变更", "确认违法"}},
        {"other", {"其他结果", "终止", "驳回起诉", "撤诉", "调解"}}}},
  };
}

ResultValue result_value(const std::string& id, const std::string& group,
                         const std::string& item, const std::string& label,
                         const std::string& number) {
  ResultValue value{id, label, number, {}};
  value.spellings = {id, item + label, number, folded(number)};
  // 其他 alone says nothing: it is the last item of a group.
  if (label != "其他") value.spellings.push_back(label);
  if (!group.empty()) value.spellings.push_back(group + " " + item + label);
  return value;
}

std::vector<ResultValue> result_table() {
  const std::string denied = "（三）不予公开";
  const std::string unavailable = "（四）无法提供";
  const std::string not_processed = "（五）不予处理";
  const std::string other = "（六）其他处理";
  const std::string no_more = "、行政机关不再处理其政府信息公开申请";
  std::vector<ResultValue> table;
  auto add = [&](const std::string& id, const std::string& group,
                 const std::string& item, const std::string& label,
                 const std::string& number) {
    table.push_back(result_value(id, group, item, label, "三" + number));
  };
  add("granted", "", "（一）", "予以公开", "（一）");
  add("partially_granted", "", "（二）", "部分公开", "（二）");
  table.back().spellings.push_back(
      "（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
  add("denied.state_secret", denied, "1.", "属于国家秘密", "（三）1");
  add("denied.prohibited_by_law", denied, "2.", "其他法律行政法规禁止公开",
      "（三）2");
  add("denied.security_and_stability", denied, "3.", "危及“三安全一稳定”",
      "（三）3");
  add("denied.third_party_rights", denied, "4.", "保护第三方合法权益",
      "（三）4");
  add("denied.internal_affairs", denied, "5.", "属于三类内部事务信息",
      "（三）5");
  add("denied.deliberative_process", denied, "6.", "属于四类过程性信息",
      "（三）6");
  add("denied.enforcement_file", denied, "7.", "属于行政执法案卷", "（三）7");
  add("denied.registry_lookup", denied, "8.", "属于行政查询事项", "（三）8");
  add("unavailable.not_held", unavailable, "1.", "本机关不掌握相关政府信息",
      "（四）1");
  add("unavailable.needs_processing", unavailable, "2.",
      "没有现成信息需要另行制作", "（四）2");
  add("unavailable.still_unclear", unavailable, "3.", "补正后申请内容仍不明确",
      "（四）3");
  add("not_processed.petition_or_complaint", not_processed, "1.",
      "信访举报投诉类申请", "（五）1");
  add("not_processed.repeated", not_processed, "2.", "重复申请", "（五）2");
  add("not_processed.published_material", not_processed, "3.",
      "要求提供公开出版物", "（五）3");
  add("not_processed.excessive", not_processed, "4.", "无正当理由大量反复申请",
      "（五）4");
  add("not_processed.reissue", not_processed, "5.",
      "要求行政机关确认或重新出具已获取信息", "（五）5");
  add("other_handling", "", "（六）", "其他处理", "（六）");
  add("other_handling.no_correction", other, "1.",
      "申请人无正当理由逾期不补正" + no_more, "（六）1");
  add("other_handling.unpaid_fee", other, "2.",
      "申请人逾期未按收费通知要求缴纳费用" + no_more, "（六）2");
  add("other_handling.other", other, "3.", "其他", "（六）3");
  return table;
}

/// The three bytes of a character of the full-width block FF00, or 0.
char half_width_of(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '\xef') return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  if (second == 0xbc && third >= 0x81 && third <= 0xbf) {
    return static_cast<char>(third - 0x81 + 0x21);
  }
  if (second == 0xbd && third >= 0x80 && third <= 0x9e) {
    return static_cast<char>(third - 0x80 + 0x60);
  }
  return 0;
}

}  // namespace

const std::vector<Column>& columns_of(std::string_view ledger) {
  static const ColumnTable table = column_table();
  const auto found = table.find(ledger);
  if (found == table.end()) throw std::runtime_error("no such ledger");
  return found->second;
}

const std::vector<Value>& values_of(std::string_view field) {
  static const ValueTable table = value_table();
  static const std::vector<Value> none;
  const auto found = table.find(field);
  return found == table.end() ? none : found->second;
}

const std::vector<Value>& values_of(std::string_view ledger,
                                    const std::string& field) {
  const auto& own = values_of(std::string(ledger) + "." + field);
  return own.empty() ? values_of(field) : own;
}

const std::vector<ResultValue>& result_values() {
  static const std::vector<ResultValue> table = result_table();
  return table;
}

std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (const char half = half_width_of(text, at); half != 0) {
      c = half;
      at += 2;
    } else if (text.substr(at, 3) == "\xe3\x80\x80") {  // wide space
      at += 2;
      continue;
    }
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

std::string widened(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == '(' || c == ')') {
      result += "\xef\xbc";
      result += static_cast<char>(0x81 + (c - 0x21));
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace gov_report::test
