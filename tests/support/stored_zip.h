// stored_zip.h - a zip archive of parts that are not compressed, in memory.

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gov_report {

using ZipParts = std::vector<std::pair<std::string, std::string>>;

std::string stored_zip(const ZipParts& parts);

/// The parts of a workbook with one sheet called Sheet1: `rows` stand in its
/// <sheetData>, `strings` in <sst>, `formats` in <cellXfs> behind a plain one
/// and `codes` in <numFmts>.
ZipParts small_book(const std::string& rows, const std::string& strings = "",
                    const std::string& formats = "",
                    const std::string& codes = "");

}  // namespace gov_report
