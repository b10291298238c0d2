#include "ledger/applicant_names.h"

#include "base/text.h"
#include "narrative/narrative_support.h"

namespace gov_report {
namespace {

/// The names kept of a ledger whose rows are given as class and applicant.
class Names {
 public:
  explicit Names(const std::string& text)
      : schema_(schema_of("cn-2021")), names_(schema_.texts.personal) {
    names_.look_in(text);
  }

  void see(const std::string& kind, std::string_view applicant) {
    const LedgerFormat& ledger = schema_.ledgers[schema_.texts.personal.ledger];
    Record record;
    record.format = &ledger;
    record.values.resize(ledger.fields.size());
    for (std::size_t f = 0; f < ledger.fields.size(); ++f) {
      if (ledger.fields[f].id == "applicant") {
        record.values[f].kind = Value::Kind::text;
        record.values[f].text = applicant;
      }
      if (ledger.fields[f].id != "applicant_type") continue;
      const auto value =
          std::ranges::find(ledger.fields[f].values, kind, &FieldValue::id);
      REQUIRE(value != ledger.fields[f].values.end());
      record.values[f].kind = Value::Kind::choice;
      record.values[f].choice =
          static_cast<ValueIndex>(value - ledger.fields[f].values.begin());
    }
    names_.see(record);
  }

  std::string kept() const {
    std::string all;
    for (const std::string& name : names_.names()) {
      all += (all.empty() ? "" : " ") + name;
    }
    return all;
  }

  const ApplicantNames& names() const { return names_; }

 private:
  Schema schema_;
  ApplicantNames names_;
};

TEST_CASE("applicant names: natural persons whose name may be in the text") {
  Names names("王小明、欧阳建国、李 强和张三丰，阿迪力·买买提，云川公司");
  names.see("natural_person", "王小明");
  names.see("natural_person", "王小明");
  names.see("natural_person", "赵大海");
  names.see("business", "云川公司");
  names.see("natural_person", "云川公司");
  names.see("natural_person", " 李　强 ");
  names.see("natural_person", "张三丰、欧阳建国");
  names.see("natural_person", "张三丰等3人");
  names.see("natural_person", "阿迪力·买买提");
  names.see("natural_person", "");
  names.see("natural_person", "王");
  CHECK(names.kept() == "张三丰 李强 欧阳建国 王小明 阿迪力·买买提");
  CHECK(names.names().complete());
}

TEST_CASE("applicant names: what stands in the column and is no name") {
  Names names("某村民匿名申请人王某李某某公民个人不详本人abc12群众代表");
  for (const char* text :
       {"某村民", "匿名", "申请人", "王某", "李某某", "公民", "个人", "不详",
        "本人", "abc", "12", "群众", "群众代表"}) {
    names.see("natural_person", text);
  }
  CHECK(names.kept() == "");
}

TEST_CASE("applicant names: kept up to a limit, however long the ledger is") {
  Names names("王小");
  std::string name;
  for (char32_t c = 0; c < kNameLimit + 5; ++c) {
    name = "王小";
    append_utf8(name, 0x4E00 + c % 20000);
    if (c >= 20000) append_utf8(name, 0x4E00 + c);
    names.see("natural_person", name);
  }
  CHECK(names.names().names().size() <= kNameLimit);
  CHECK_FALSE(names.names().complete());
}

}  // namespace
}  // namespace gov_report
