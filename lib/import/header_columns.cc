#include "import/header_columns.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"

namespace gov_report {
namespace {

struct Piece {
  std::string_view words;
  Extent extent;
  std::uint64_t line = 0;
};

/// Pieces one below the other.
struct Stack {
  std::string words;
  Extent extent;
};

constexpr std::size_t kMostPieces = 300;  // no header has as many

/// Where the line of the uppermost header begins: what stands above it is no
/// part of the table. The end: it is not there.
std::size_t begin_of_header(const Stretch& above,
                            const std::string& uppermost) {
  std::size_t begin = above.lines.size();
  while (begin > 0 && above.piece(begin - 1) != uppermost) --begin;
  if (begin == 0) return above.lines.size();
  const std::uint64_t line = above.lines[--begin].second;
  while (begin > 0 && above.lines[begin - 1].second == line) --begin;
  return begin;
}

/// It stands over two pieces side by side: a title, or the header of several
/// columns.
bool is_over_several(const std::vector<Piece>& pieces, const Piece& piece) {
  const Extent* first = nullptr;
  for (const Piece& below : pieces) {
    if (below.line <= piece.line || !overlap(below.extent, piece.extent)) {
      continue;
    }
    if (first != nullptr && !overlap(*first, below.extent)) return true;
    if (first == nullptr) first = &below.extent;
  }
  return false;
}

/// Without the last title, alone in its line, and all above it.
void drop_titles(std::vector<Piece>& pieces) {
  for (std::size_t i = pieces.size(); i-- > 0;) {
    const bool alone =
        (i == 0 || pieces[i - 1].line != pieces[i].line) &&
        (i + 1 == pieces.size() || pieces[i + 1].line != pieces[i].line);
    if (!alone || !is_over_several(pieces, pieces[i])) continue;
    pieces.erase(pieces.begin(),
                 pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return;
  }
}

/// Those of the header; empty: it is not known where it begins.
std::vector<Piece> pieces_of(const Stretch& above, const FormRow& row) {
  if (row.paths.empty() || row.paths.front().empty()) return {};
  const bool has_upper = row.paths.front().size() > 1;
  const std::size_t all = above.lines.size();
  const std::size_t begin =
      has_upper ? begin_of_header(above, row.paths.front().front().words())
                : all - std::min(all, kMostPieces);
  if (all - begin > kMostPieces) return {};
  std::vector<Piece> pieces;
  for (std::size_t i = begin; i < all; ++i) {
    if (!above.across[i].exact) return {};
    pieces.push_back(
        {above.piece(i), above.across[i].width, above.lines[i].second});
  }
  if (!has_upper) drop_titles(pieces);
  return pieces;
}

bool is_upper(std::string_view words, const FormRow& row) {
  return std::ranges::any_of(row.paths, [&](const auto& path) {
    return std::any_of(path.begin(), path.end() - 1, [&](const Label& upper) {
      return upper.words() == words;
    });
  });
}

/// From left to right; empty: one piece stands below two stacks.
std::vector<Stack> stacks_of(const std::vector<Piece>& pieces,
                             const FormRow& row) {
  std::vector<Stack> stacks;
  for (const Piece& piece : pieces) {
    if (is_upper(piece.words, row) || is_over_several(pieces, piece)) continue;
    Stack* home = nullptr;
    for (Stack& stack : stacks) {
      if (!overlap(stack.extent, piece.extent)) continue;
      if (home != nullptr) return {};
      home = &stack;
    }
    if (home == nullptr) {
      stacks.push_back({"", piece.extent});
      home = &stacks.back();
    }
    home->words += piece.words;
    home->extent = {std::min(home->extent.begin, piece.extent.begin),
                    std::max(home->extent.end, piece.extent.end)};
  }
  std::ranges::sort(stacks, {}, [](const Stack& s) { return s.extent.begin; });
  return stacks;
}

/// The stack is a header of the form, with nothing above it but those that the
/// form has there, or parts of them.
bool is_header(const Stack& stack, const std::vector<Label>& path) {
  const std::string& own = path.back().words();
  if (!stack.words.ends_with(own)) return false;
  const std::string_view above =
      std::string_view(stack.words).substr(0, stack.words.size() - own.size());
  return above.empty() ||
         std::any_of(path.begin(), path.end() - 1, [&](const Label& upper) {
           return upper.words().find(above) != std::string::npos;
         });
}

/// Each header above several columns stands once, over these.
bool has_uppers_in_place(const std::vector<Piece>& pieces, const FormRow& row,
                         const std::vector<Extent>& columns) {
  const std::size_t all = row.paths.size();
  for (std::size_t level = 0;; ++level) {
    bool any = false;
    for (std::size_t first = 0; first < all;) {
      std::size_t last = first;
      const auto& path = row.paths[first];
      if (level + 1 >= path.size()) {
        ++first;
        continue;
      }
      any = true;
      while (last + 1 < all && level + 1 < row.paths[last + 1].size() &&
             row.paths[last + 1][level].words() == path[level].words()) {
        ++last;
      }
      const bool stands = std::ranges::any_of(pieces, [&](const Piece& piece) {
        const std::size_t middle = piece.extent.begin + piece.extent.end;
        return piece.words == path[level].words() &&
               columns[first].begin * 2 < middle &&
               middle < columns[last].end * 2;
      });
      if (!stands) return false;
      first = last + 1;
    }
    if (!any) return true;
  }
}

bool has_equal_headers(const FormRow& row) {
  std::set<std::string> words;
  for (const Label& column : row.columns) words.insert(column.words());
  return words.size() < row.columns.size();
}

}  // namespace

std::optional<HeaderColumns> HeaderColumns::find(const Stretch& above,
                                                 const FormRow& row) {
  const std::vector<Piece> pieces = pieces_of(above, row);
  const std::vector<Stack> stacks = stacks_of(pieces, row);
  HeaderColumns found;
  std::vector<Extent> own;
  const std::string of_labels = row.corner + fold(row.printed);
  for (const Stack& stack : stacks) {
    if (of_labels.find(stack.words) == std::string::npos) break;
    ++found.first_;
  }
  for (const Stack& stack : stacks) {
    Column column{stack.extent, std::nullopt};
    const bool next = own.size() < row.paths.size() &&
                      is_header(stack, row.paths[own.size()]);
    if (next) {
      column.own = own.size();
      own.push_back(stack.extent);
    } else if (std::ranges::any_of(row.paths, [&](const auto& path) {
                 return is_header(stack, path);
               })) {
      return std::nullopt;  // twice, or in another order
    }
    found.columns_.push_back(column);
  }
  if (own.size() < row.paths.size()) return std::nullopt;
  if (has_equal_headers(row) && !has_uppers_in_place(pieces, row, own)) {
    return std::nullopt;
  }
  found.count_ = own.size();
  return found;
}

bool HeaderColumns::are_in_other_order(const Stretch& above,
                                       const FormRow& row) {
  std::size_t next = 0;  // column that may come
  for (const Stack& stack : stacks_of(pieces_of(above, row), row)) {
    const auto is_its = [&](const auto& path) {
      return is_header(stack, path);
    };
    const auto begin = row.paths.begin();
    const auto from = begin + static_cast<std::ptrdiff_t>(next);
    const auto found = std::find_if(from, row.paths.end(), is_its);
    if (found != row.paths.end()) {
      next = static_cast<std::size_t>(found - begin) + 1;
    } else if (std::any_of(begin, from, is_its)) {
      return true;
    }
  }
  return false;
}

/// Some of it stands below the one header and below no other.
const HeaderColumns::Column* HeaderColumns::column_at(Extent extent) const {
  const Column* found = nullptr;
  for (const Column& column : columns_) {
    if (!overlap(column.extent, extent)) continue;
    if (found != nullptr) return nullptr;
    found = &column;
  }
  return found;
}

std::vector<TextPiece> HeaderColumns::one_by_one(
    const std::vector<TextPiece>& figures) const {
  if (figures.size() != width()) return {};
  std::vector<TextPiece> own;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Extent& across = figures[i].across.width;
    const std::size_t c = first_ + i;
    const bool behind_last =
        c == 0 || columns_[c - 1].extent.end <= across.begin;
    const bool before_next =
        c + 1 == columns_.size() || across.end <= columns_[c + 1].extent.begin;
    if (!figures[i].across.exact || !behind_last || !before_next) return {};
    if (columns_[c].own) own.push_back(figures[i]);
  }
  return own;
}

std::vector<TextPiece> HeaderColumns::place(
    const std::vector<TextPiece>& figures) const {
  std::vector<const TextPiece*> placed(count_);
  std::set<const Column*> taken;
  for (const TextPiece& figure : figures) {
    const Column* column =
        figure.across.exact ? column_at(figure.across.width) : nullptr;
    if (column == nullptr || !taken.insert(column).second) return {};
    if (column->own) placed[*column->own] = &figure;
  }
  std::vector<TextPiece> own;
  for (const TextPiece* figure : placed) {
    if (figure == nullptr) return {};
    own.push_back(*figure);
  }
  return own;
}

}  // namespace gov_report
