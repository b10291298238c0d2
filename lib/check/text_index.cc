#include "check/text_index.h"

#include <algorithm>
#include <unordered_map>

namespace gov_report {

TextIndex::TextIndex(const std::vector<const Shingles*>& texts)
    : texts_(texts.size()), bundles_of_(texts.size()) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> held;
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    for (const std::uint64_t piece : texts[t]->pieces()) {
      held.emplace_back(piece, t);
    }
  }
  std::ranges::sort(held);
  bundle(held);
  for (std::uint32_t b = 0; b < bundles_.size(); ++b) {
    for (const std::uint32_t t : bundles_[b].listed) {
      bundles_of_[t].push_back(b);
    }
  }
  turn_common();
}

void TextIndex::bundle(
    const std::vector<std::pair<std::uint64_t, std::uint32_t>>& held) {
  std::unordered_multimap<std::uint64_t, std::uint32_t> by_hash;
  for (std::size_t i = 0; i < held.size();) {
    std::vector<std::uint32_t> holders;
    std::uint64_t hash = 0xcbf29ce484222325U;
    const std::uint64_t piece = held[i].first;
    for (; i < held.size() && held[i].first == piece; ++i) {
      holders.push_back(held[i].second);
      hash = (hash ^ held[i].second) * 0x100000001b3U;
    }
    const auto [first, last] = by_hash.equal_range(hash);
    const auto same = std::find_if(first, last, [&](const auto& known) {
      return bundles_[known.second].listed == holders;
    });
    if (same != last) {
      ++bundles_[same->second].pieces;
      continue;
    }
    by_hash.emplace(hash, static_cast<std::uint32_t>(bundles_.size()));
    bundles_.push_back({1, false, std::move(holders)});
  }
}

void TextIndex::turn_common() {
  for (Bundle& bundle : bundles_) {
    bundle.common = 2 * bundle.listed.size() > texts_;
    if (!bundle.common) continue;
    std::vector<std::uint32_t> others;
    auto holder = bundle.listed.begin();
    for (std::uint32_t t = 0; t < texts_; ++t) {
      if (holder != bundle.listed.end() && *holder == t) {
        ++holder;
      } else {
        others.push_back(t);
      }
    }
    bundle.listed = std::move(others);
  }
}

std::optional<LikestText::Answer> LikestText::likest(
    std::size_t text, std::size_t percent,
    const std::function<bool(std::size_t)>& asked) {
  const int common = count_pieces(text);
  std::optional<Answer> best;
  const auto look_at = [&](std::size_t other) {
    if (!asked(other)) return false;
    const auto held = static_cast<std::size_t>(common + more_[other]);
    const std::size_t share = held * 100 / static_cast<std::size_t>(pieces_);
    const bool better =
        share >= percent && (!best || share > best->percent ||
                             (share == best->percent && other < best->text));
    if (better) best = Answer{other, share};
    return true;
  };
  if (pieces_ > 0) {
    for (const std::uint32_t other : texts_counted_) look_at(other);
    // All others hold the common pieces and no more: the first stands for them.
    for (std::size_t other = 0; other < more_.size(); ++other) {
      if (!counted_[other] && look_at(other)) break;
    }
  }
  for (const std::uint32_t other : texts_counted_) {
    more_[other] = 0;
    counted_[other] = false;
  }
  texts_counted_.clear();
  return best;
}

/// How many of its pieces are common.
int LikestText::count_pieces(std::size_t text) {
  int common = 0;
  pieces_ = 0;
  for (const std::uint32_t b : index_.bundles_of_[text]) {
    const auto& bundle = index_.bundles_[b];
    pieces_ += bundle.pieces;
    if (bundle.common) common += bundle.pieces;
    const int more = bundle.common ? -bundle.pieces : bundle.pieces;
    for (const std::uint32_t other : bundle.listed) add(other, more);
  }
  return common;
}

void LikestText::add(std::uint32_t text, int pieces) {
  more_[text] += pieces;
  if (counted_[text]) return;
  counted_[text] = true;
  texts_counted_.push_back(text);
}

}  // namespace gov_report
