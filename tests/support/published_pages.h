// published_pages.h - pages of published reports, made in a line of a test
// each, and what is read of them.

#pragma once

#include <optional>
#include <string>

#include "import/read_report.h"

namespace gov_report {

/// A title of 青石乡 in 2024, and the heading of section 三.
inline const std::string kHead =
    "<h1>青石乡人民政府2024年政府信息公开工作年度报告</h1>"
    "<h2>三、收到和处理政府信息公开申请情况</h2>";
/// The same title, in a line of text.
inline const std::string kTextHead =
    "青石乡人民政府2024年政府信息公开工作年度报告\n";

/// The header of the table of requests.
inline const std::string kHeader =
    "<tr><td rowspan=3 colspan=3>（本列数据的勾稽关系为：第一项加第二项之和，"
    "等于第三项加第四项之和）<td colspan=7>申请人情况"
    "<tr><td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计"
    "<tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他";

inline const std::string kNew =
    "<tr><td colspan=3>一、本年新收政府信息公开申请数量"
    "<td>3<td>2<td>0<td>0<td>1<td>0<td>6";

/// `kHead`, and the table of requests with these rows.
std::string table(const std::string& rows);

std::optional<PublishedReport> read(const std::string& bytes,
                                    const std::string& name = "page.html");

/// A cell as it is written: "-" not there, "" blank.
std::string cell(const PublishedReport& report, const std::string& id);

/// The cells of a row of the table of requests, with commas between.
std::string row(const PublishedReport& report, const std::string& id);

}  // namespace gov_report
