// report_file.h - a report as figures in a file: report.json, and the sealed
// report of last year (sealed/YEAR.json), which is a copy of one or what
// `gov-report close` writes (tally/sealed_file.h).
//
//   {"schema": "gov-report/report/1", "format": "cn-2021", "year": 2024,
//    "agency": "…", "cells": {"applications.new.total": 3525, …}}
//
// Figures are JSON numbers, decimals exact; a cell that is no plain number is
// its text as a string; a blank one is null.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "source/yaml.h"
#include "tally/table.h"
#include "tally/year_end.h"

namespace gov_report {

/// Every printed cell of the format, in the order of the form.
/// A draft says so, and is refused as a sealed report. `notes`, by cell id, are
/// what the report says about a figure.
std::string write_report_file(
    const Table& table, bool draft = false,
    const std::vector<std::pair<std::string, std::string>>& notes = {});

/// Last year's figures by cell id: its format may be another one.
struct SealedReport {
  std::string format;
  int year = 0;
  std::string agency;
  std::map<std::string, Decimal, std::less<>> figures;
  std::set<std::string, std::less<>> without_number;  ///< blank or text
  /// Figures of this year's form that none of these compares with, and why:
  /// entered where the form has changed (schema/crosswalk.h).
  std::map<std::string, Text, std::less<>> not_comparable = {};
  std::string file = {};  ///< it was read from
  /// What `close` adds; absent in a copy of report.json.
  std::optional<YearEnd> year_end = {};
  std::map<std::string, std::string> inputs = {};   ///< file → SHA-256
  std::map<std::string, std::string> outputs = {};  ///< file → SHA-256

  /// A figure, or the total of a row group ("applications.denied.total").
  std::optional<Decimal> number(std::string_view id) const;
};

/// nullopt after a finding: sealed-invalid, variants shape {value}, draft, year
/// {value, year}, figure {cell, value}, list {value}; all with {file}. With a
/// finding sealed-edited {file} if it is not as `close` wrote it. Whose report
/// it is, the caller compares.
std::optional<SealedReport> read_sealed_report(const YamlNode& root, int year,
                                               const std::string& file,
                                               const FindingSink& sink);

}  // namespace gov_report
