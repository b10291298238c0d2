// body_words.h - what gov-report.yaml can say about a body. Schemas may ask for
// nothing else.

#pragma once

#include <string>
#include <vector>

namespace gov_report {

inline const std::vector<std::string> kBodyKinds = {"government", "department",
                                                    "township", "office"};
inline const std::vector<std::string> kBodyLevels = {"province", "prefecture",
                                                     "county", "township"};
inline const std::vector<std::string> kBodyFlags = {"may_make_regulations"};
inline const std::vector<std::string> kContactKeys = {
    "unit", "address", "postcode", "phone", "email", "website"};

}  // namespace gov_report
