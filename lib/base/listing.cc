#include "base/listing.h"

namespace gov_report {

Text listed(const std::vector<Text>& items, std::size_t most) {
  const Text between("\u3001", ", ");
  const Text rest("\u2026\u2026", "\u2026");
  Text all;
  for (std::size_t i = 0; i < items.size() && i <= most; ++i) {
    const Text& item = i < most ? items[i] : rest;
    all.zh += (i > 0 ? between.zh : "") + item.zh;
    all.en += (i > 0 ? between.en : "") + item.en;
  }
  return all;
}

}  // namespace gov_report
