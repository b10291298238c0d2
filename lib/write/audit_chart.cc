#include "write/audit_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "write/xml.h"

namespace gov_report {
namespace {

// In pixels.
constexpr int kBar = 34;
constexpr int kGap = 26;  // between years
constexpr int kTop = 44;  // of the tallest bar; the legend is above
constexpr int kHeight = 140;
constexpr int kBottom = 24;  // for the years
constexpr const char* kColors[] = {"#2f5d8a", "#7ba05b", "#c0782a", "#777"};

std::string_view color_of(std::size_t line) {
  return kColors[std::min(line, std::size(kColors) - 1)];
}

/// For the height of a bar only.
double size_of(Decimal number) {
  return std::strtod(number.text().c_str(), nullptr);
}

double largest_of(const ViewedSeries& series) {
  double largest = 1;
  for (const ViewedSeries::Line& line : series.lines) {
    for (const auto& value : line.values) {
      if (value) largest = std::max(largest, size_of(*value));
    }
  }
  return largest;
}

std::string legend_of(const ViewedSeries& series) {
  std::string out;
  int x = 0;
  for (std::size_t i = 0; i < series.lines.size(); ++i) {
    const std::string& label = series.lines[i].label;
    out += fmt::format(
        "<rect x=\"{}\" y=\"2\" width=\"12\" height=\"12\" fill=\"{}\"/>"
        "<text x=\"{}\" y=\"13\">{}</text>\n",
        x, color_of(i), x + 16, xml_escaped(label));
    x += 16 + static_cast<int>(display_width(label)) * 8 + 16;
  }
  return out;
}

int legend_width(const ViewedSeries& series) {
  int width = 0;
  for (const ViewedSeries::Line& line : series.lines) {
    width += 32 + static_cast<int>(display_width(line.label)) * 8;
  }
  return width;
}

std::string bar(int x, const std::optional<Decimal>& value, double largest,
                std::string_view color) {
  const int height =
      value ? static_cast<int>(size_of(*value) * kHeight / largest) : 0;
  const int y = kTop + kHeight - std::max(0, height);
  std::string out;
  if (height > 0) {
    out = fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>", x,
        y, kBar - 4, height, color);
  }
  return out +
         fmt::format("<text class=\"value\" x=\"{}\" y=\"{}\">{}</text>\n",
                     x + (kBar - 4) / 2, y - 4, value ? value->text() : "?");
}

}  // namespace

std::string chart_svg(const ViewedSeries& series) {
  const double largest = largest_of(series);
  const int year = static_cast<int>(series.lines.size()) * kBar + kGap;
  const int years = static_cast<int>(series.years.size()) * year;
  const int width = std::max(years, legend_width(series));
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
      "aria-label=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\">\n",
      xml_escaped(series.agency), width, kTop + kHeight + kBottom, width,
      kTop + kHeight + kBottom);
  out += legend_of(series);
  for (std::size_t y = 0; y < series.years.size(); ++y) {
    const int left = static_cast<int>(y) * year + kGap / 2;
    for (std::size_t i = 0; i < series.lines.size(); ++i) {
      out += bar(left + static_cast<int>(i) * kBar, series.lines[i].values[y],
                 largest, color_of(i));
    }
    out += fmt::format("<text class=\"year\" x=\"{}\" y=\"{}\">{}</text>\n",
                       left + (year - kGap) / 2, kTop + kHeight + 18,
                       series.years[y]);
  }
  out +=
      fmt::format("<line x1=\"0\" y1=\"{0}\" x2=\"{1}\" y2=\"{0}\"/>\n</svg>\n",
                  kTop + kHeight, width);
  return out;
}

}  // namespace gov_report
