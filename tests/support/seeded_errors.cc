#include "support/seeded_errors.h"

#include <algorithm>
#include <set>

namespace gov_report::test {
namespace {

/// Without zeros in front; a point stays where it is.
std::string tidy(std::string number) {
  while (number.size() > 1 && number[0] == '0' && number[1] != '.') {
    number.erase(0, 1);
  }
  return number;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<std::string> swapped(const std::string& right) {
  std::vector<std::string> wrong;
  for (std::size_t i = 0; i + 1 < right.size(); ++i) {
    if (!is_digit(right[i]) || !is_digit(right[i + 1])) continue;
    std::string number = right;
    std::swap(number[i], number[i + 1]);
    wrong.push_back(tidy(number));
  }
  return wrong;
}

std::vector<std::string> dropped(const std::string& right) {
  std::vector<std::string> wrong;
  if (right.find('.') != std::string::npos) return wrong;
  for (std::size_t i = 0; right.size() > 1 && i < right.size(); ++i) {
    std::string number = right;
    number.erase(i, 1);
    if (is_digit(number[0])) wrong.push_back(tidy(number));
  }
  return wrong;
}

std::vector<std::string> doubled(const std::string& right) {
  std::vector<std::string> wrong;
  for (std::size_t i = 0; right != "0" && i < right.size(); ++i) {
    if (!is_digit(right[i])) continue;
    std::string number = right;
    number.insert(i, 1, right[i]);
    wrong.push_back(number);
  }
  return wrong;
}

std::vector<std::string> off_by_one(const std::string& right) {
  if (right.find('.') != std::string::npos) return {};
  const long long number = std::stoll(right);
  std::vector<std::string> wrong = {std::to_string(number + 1)};
  if (number > 0) wrong.push_back(std::to_string(number - 1));
  return wrong;
}

std::vector<std::string> ten_times(const std::string& right) {
  const std::size_t point = right.find('.');
  if (point == std::string::npos) return {right + "0"};
  std::string number = right;
  std::swap(number[point], number[point + 1]);
  if (number.ends_with('.')) number.pop_back();
  return {tidy(number)};
}

/// The cells to the right and below, where the table goes on.
std::vector<std::string> neighbours(const std::string& format,
                                    const std::string& cell) {
  const auto cells = cells_of(format);
  const auto at =
      static_cast<std::size_t>(std::ranges::find(cells, cell) - cells.begin());
  const std::string table = cell.substr(0, cell.find('.'));
  const std::size_t row = table == "applications" ? 7 : 0;
  std::vector<std::string> found;
  const auto add = [&](std::size_t other) {
    if (other < cells.size() && cells[other].starts_with(table + ".")) {
      found.push_back(cells[other]);
    }
  };
  if (row == 0 || !cell.ends_with(".total")) add(at + 1);
  if (row != 0) add(at + row);
  return found;
}

}  // namespace

const std::vector<std::string>& error_kinds() {
  static const std::vector<std::string> kinds = {
      "two digits swapped", "digit dropped", "digit doubled", "one off",
      "ten times",          "neighbour's",   "zero"};
  return kinds;
}

std::vector<SeededError> errors_of_cell(const Figures& figures,
                                        const std::string& format,
                                        const std::string& cell) {
  const std::string& right = figures.at(cell);
  std::vector<std::string> beside;
  for (const std::string& other : neighbours(format, cell)) {
    beside.push_back(figures.at(other));
  }
  const std::vector<std::vector<std::string>> by_kind = {
      swapped(right),   dropped(right), doubled(right), off_by_one(right),
      ten_times(right), beside,         {"0"}};
  std::vector<SeededError> errors;
  for (std::size_t k = 0; k < by_kind.size(); ++k) {
    std::set<std::string> seen = {right};
    if (right == "0") seen.insert("00");
    for (const std::string& wrong : by_kind[k]) {
      if (seen.insert(wrong).second) {
        errors.push_back({error_kinds()[k], cell, wrong});
      }
    }
  }
  return errors;
}

std::vector<SeededError> seeded_errors(const Figures& figures,
                                       const std::string& format) {
  std::vector<SeededError> errors;
  for (const std::string& cell : cells_of(format)) {
    for (SeededError& error : errors_of_cell(figures, format, cell)) {
      errors.push_back(std::move(error));
    }
  }
  return errors;
}

}  // namespace gov_report::test
