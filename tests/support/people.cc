#include "support/people.h"

namespace gov_report::test {

namespace {

using Words = std::vector<std::string>;

const Words kSurnames = {"赵", "钱", "孙", "李", "周", "吴", "郑", "冯",
                         "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱"};
const Words kFirst = {"思", "子", "文", "雨", "佳", "志", "晓", "俊",
                      "海", "春", "家", "玉", "国", "建", "秀", "桂"};
const Words kSecond = {"涵", "轩", "博", "婷", "琪", "强", "燕", "杰",
                       "涛", "梅", "豪", "兰", "庆", "军", "英", "芳"};
const Words kFirms = {"云川宏远贸易有限公司", "云川天成建设有限公司",
                      "云川绿源农业合作社", "云川恒信置业有限公司",
                      "云川顺达物流有限公司"};
const Words kInstitutes = {"云川大学公共管理学院", "云川市规划研究所"};
const Words kCharities = {"云川市慈善基金会", "云川市环保志愿者协会"};
const Words kLawFirms = {"云川正平律师事务所", "云川明衡律师事务所",
                         "云川同济法律服务所"};
const Words kOthers = {"云川市柳河村村民委员会", "云川市金湖花园业主委员会"};
const Words kSubjects = {"某地块征收土地公告及批复", "房屋征收补偿安置方案",
                         "道路改造工程规划许可",     "农村宅基地审批档案",
                         "老旧小区改造资金使用情况", "公共停车场收费标准依据",
                         "学校学区划分文件",         "企业排污许可执行报告",
                         "食品抽检不合格处置情况",   "建设项目环境影响评价批复",
                         "低保资金发放明细",         "公交线路调整论证材料"};
const Words kChannels = {"in_person", "post", "internet",
                         "internet",  "post", "email"};
const Words kOfficials = {"甲岗", "乙岗", "丙岗"};

std::string applicant_of(const std::string& column, Dice& dice) {
  if (column == "business") return dice.pick(kFirms);
  if (column == "research") return dice.pick(kInstitutes);
  if (column == "public_welfare") return dice.pick(kCharities);
  if (column == "legal_service") return dice.pick(kLawFirms);
  if (column == "other_organisation") return dice.pick(kOthers);
  const std::string& surname = dice.pick(kSurnames);
  const std::string& first = dice.pick(kFirst);
  return surname + first + dice.pick(kSecond);
}

}  // namespace

Row applicant_row(const std::string& column,
                  const std::vector<std::string>& subjects, Dice& dice) {
  Row row;
  row["applicant_type"] = column;
  row["applicant"] = applicant_of(column, dice);
  row["subject"] = dice.pick(subjects.empty() ? kSubjects : subjects);
  row["channel"] = dice.pick(kChannels);
  row["handled_by"] = dice.pick(kOfficials);
  return row;
}

}  // namespace gov_report::test
