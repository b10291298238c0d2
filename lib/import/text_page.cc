#include "import/text_page.h"

#include <algorithm>

#include "base/text.h"
#include "import/html_page.h"
#include "import/markdown_words.h"

namespace gov_report {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end =
        std::min(text.find_first_of("\n\f", at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    // A form feed begins a page, not a line.
    if (end >= text.size() || text[end] == '\n' || !line.empty()) {
      lines.push_back(line);
    }
    at = end + 1;
  }
  return lines;
}

/// The cells of "| a | b |", or of "a | b |"; "\|" is a bar.
std::vector<std::string> pipe_cells(std::string_view line, bool bordered) {
  line = trimmed(line);
  if (bordered && line.starts_with('|')) line.remove_prefix(1);
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cells.back() += line[++i];
    } else if (line[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  if (cells.size() > 1 && trimmed(cells.back()).empty()) cells.pop_back();
  for (std::string& cell : cells) cell = std::string(trimmed(cell));
  return cells;
}

std::size_t bars_in(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count(line, '|'));
}

/// "| --- | :-: |"
bool is_rule(std::string_view line) {
  line = trimmed(line);
  return line.find('-') != std::string_view::npos &&
         line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

/// Without comments; their lines stay, so that places do.
std::string without_comments(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = std::min(text.find("<!--", at), text.size());
    out += text.substr(at, begin - at);
    if (begin == text.size()) break;
    const std::size_t end = text.find("-->", begin + 2);
    at = end == std::string_view::npos ? text.size() : end + 3;
    for (const char c : text.substr(begin, at - begin)) {
      if (c == '\n') out += c;
    }
  }
  return out;
}

/// How many marks of a fence a line begins with; 0: it is none.
std::size_t fence_of(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return 0;
  const std::size_t marks =
      std::min(line.find_first_not_of(line[0]), line.size());
  // `words` between marks are none.
  const bool inside = line[0] == '`' && line.find('`', marks) != line.npos;
  return marks < 3 || inside ? 0 : marks;
}

class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, ReadFault& fault)
      : text_(without_comments(text)), lines_(lines_of(text_)), fault_(fault) {}

  PublishedPage read() {
    read_lines();
    // Somebody typed all of it between two fences.
    if (any_table_fenced_ && !any_table_) {
      builder_ = {};
      shows_fenced_ = true;
      read_lines();
    }
    PublishedPage page;
    page.kind = PublishedPage::Kind::markdown;
    page.blocks = builder_.take();
    return page;
  }

 private:
  void read_lines() {
    at_ = 0;
    while (at_ < lines_.size()) {
      const std::string_view line = trimmed(lines_[at_]);
      if (fence_of(line) > 0) {
        pass_over_fence();
      } else if (line.starts_with("<table")) {
        html_table();
      } else if (at_ + 1 < lines_.size() && is_rule(lines_[at_ + 1]) &&
                 line.find('|') != std::string_view::npos) {
        pipe_table();
      } else {
        text_line(line);
      }
    }
  }

  Position here(std::string_view piece) const {
    const std::string_view line = lines_[at_];
    const auto before = static_cast<std::size_t>(piece.data() - line.data());
    return {at_ + 1, static_cast<std::uint32_t>(
                         character_count(line.substr(0, before)) + 1)};
  }

  void text_line(std::string_view line) {
    std::size_t level = 0;
    while (level < line.size() && line[level] == '#') ++level;
    if (level > 0 && level <= 6) {
      builder_.end_paragraph();
      const std::string_view words = trimmed(line.substr(level));
      add_words(words, here(words.empty() ? line : words), level);
      builder_.end_paragraph(static_cast<int>(level));
    } else if (line.empty()) {
      builder_.end_paragraph();
    } else if (line.starts_with("![")) {
      builder_.picture({at_ + 1, 1});
    } else {
      add_words(line, here(line), 0);
    }
    ++at_;
  }

  /// A line end in it ends the paragraph.
  void add_words(std::string_view printed, Position at, std::size_t level) {
    const std::string words = words_of_markdown(printed).text;
    std::string_view rest = words;
    for (;;) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      builder_.text(trimmed(rest.substr(0, end)), at);
      if (end == rest.size()) return;
      builder_.end_paragraph(static_cast<int>(level));
      rest.remove_prefix(end + 1);
    }
  }

  /// What is shown as it is typed holds no tables, if there are others.
  void pass_over_fence() {
    builder_.end_paragraph();
    if (shows_fenced_) {
      ++at_;
      return;
    }
    const std::size_t marks = fence_of(lines_[at_]);
    const char mark = trimmed(lines_[at_]).front();
    for (++at_; at_ < lines_.size(); ++at_) {
      const std::string_view line = trimmed(lines_[at_]);
      const bool ends = fence_of(line) >= marks &&
                        line.find_first_not_of(mark) == std::string_view::npos;
      if (ends) break;
      any_table_fenced_ = any_table_fenced_ || is_rule(line);
    }
    ++at_;
  }

  void pipe_table() {
    const Position at{at_ + 1, 1};
    CellGridBuilder grid;
    // Below its header: any other such line is a row.
    const std::size_t rule = at_ + 1;
    for (; at_ < lines_.size(); ++at_) {
      const std::string_view line = lines_[at_];
      if (line.find('|') == std::string_view::npos) break;
      if (at_ == rule) continue;
      grid.start_row();
      for (const std::string& cell : pipe_cells(line, true)) {
        MarkdownWords words = words_of_markdown(cell);
        grid.add(1, 1, std::move(words.text), {at_ + 1, 0},
                 words.unread ? CellDoubt::unreadable : CellDoubt::none);
      }
    }
    builder_.table(grid.take(), at);
    any_table_ = true;
  }

  void html_table() {
    const std::uint64_t first = at_;
    std::string html;
    for (bool open = true; open && at_ < lines_.size(); ++at_) {
      html += lines_[at_];
      html += '\n';
      open = lines_[at_].find("</table>") == std::string_view::npos;
    }
    for (PageBlock& block : read_html_page(html, fault_).blocks) {
      if (block.kind != PageBlock::Kind::table) continue;
      for (TextCell& cell : block.grid.cells) cell.at.line += first;
      builder_.table(std::move(block.grid), {first + block.at.line, 1});
      any_table_ = true;
    }
  }

  std::string text_;
  std::vector<std::string_view> lines_;  // of the text
  ReadFault& fault_;
  PageBuilder builder_;
  std::size_t at_ = 0;
  bool any_table_ = false;
  bool any_table_fenced_ = false;
  bool shows_fenced_ = false;
};

}  // namespace

namespace {

using Lines = std::vector<std::string_view>;

/// Lines one behind the other with cells between bars: [first, last).
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Run> runs_of(const Lines& lines) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    while (end < lines.size() && bars_in(lines[end]) > 0) ++end;
    if (end > i) runs.push_back({i, end});
    i = std::max(end, i + 1);
  }
  return runs;
}

/// As many cells in each line, and more than one.
bool is_rectangle(const Lines& lines, const Run& run) {
  const std::size_t bars = bars_in(lines[run.first]);
  if (bars < 2) return false;
  for (std::size_t i = run.first; i < run.last; ++i) {
    if (bars_in(lines[i]) != bars) return false;
  }
  return run.last - run.first > 1;
}

CellGrid grid_of(const Lines& lines, const Run& run) {
  bool bordered = true;
  for (std::size_t i = run.first; i < run.last; ++i) {
    bordered = bordered && trimmed(lines[i]).starts_with('|');
  }
  CellGridBuilder grid;
  for (std::size_t i = run.first; i < run.last; ++i) {
    grid.start_row();
    for (std::string& cell : pipe_cells(lines[i], bordered)) {
      grid.add(1, 1, std::move(cell), {i + 1, 0});
    }
  }
  return grid.take();
}

/// Nothing else stands between the line and the end of its page.
bool is_last_of_page(std::string_view line, std::string_view text) {
  const auto end =
      static_cast<std::size_t>(line.data() + line.size() - text.data());
  const std::size_t next = text.find_first_not_of(" \t\r\n", end);
  if (next == std::string_view::npos) {
    return text.find('\f') != std::string_view::npos;
  }
  return text[next] == '\f';
}

}  // namespace

bool is_page_number(std::string_view line, bool last_of_page,
                    const PageFormat& format) {
  if (format.page_number.matches(fold(line))) return true;
  const std::string number = half_width(line);
  return last_of_page && !number.empty() && number.size() <= 3 &&
         number.front() != '0' &&
         number.find_first_not_of("0123456789") == std::string::npos;
}

PublishedPage read_text_page(std::string_view text, const PageFormat& format) {
  PageBuilder builder;
  const Lines lines = lines_of(text);
  // Where some tables are ragged, it is not known of the others either which
  // cell stands under which.
  std::vector<Run> tables = runs_of(lines);
  if (!std::ranges::all_of(
          tables, [&](const Run& run) { return is_rectangle(lines, run); })) {
    tables.clear();
  }
  auto table = tables.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (table != tables.end() && table->first == i) {
      builder.table(grid_of(lines, *table), {i + 1, 1});
      i = table++->last - 1;
    } else if (!is_page_number(lines[i], is_last_of_page(lines[i], text),
                               format)) {
      builder.text(lines[i], {i + 1, 1});
      builder.end_paragraph();
    }
  }
  PublishedPage page;
  page.kind = PublishedPage::Kind::text;
  page.blocks = builder.take();
  return page;
}

PublishedPage read_markdown_page(std::string_view text, ReadFault& fault) {
  return MarkdownReader(text, fault).read();
}

}  // namespace gov_report
