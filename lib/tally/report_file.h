// report_file.h - a report as figures in a file: report.json, and the sealed
// report of last year (sealed/YEAR.json), which has the same shape.
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

#include "source/yaml.h"
#include "tally/table.h"

namespace gov_report {

/// Every printed cell of the format, in the order of the form.
/// A draft says so, and is refused as a sealed report.
std::string write_report_file(const Table& table, bool draft = false);

/// Last year's figures by cell id: its format may be another one.
struct SealedReport {
  std::string format;
  int year = 0;
  std::string agency;
  std::map<std::string, Decimal, std::less<>> figures;
  std::set<std::string, std::less<>> without_number;  ///< blank or text

  /// A figure, or the total of a row group ("applications.denied.total").
  std::optional<Decimal> number(std::string_view id) const;
};

/// nullopt after a finding: sealed-invalid, variants shape {value}, draft, year
/// {value, year}, figure {cell, value}; all with {file}. Whose report it is,
/// the caller compares.
std::optional<SealedReport> read_sealed_report(const YamlNode& root, int year,
                                               const std::string& file,
                                               const FindingSink& sink);

}  // namespace gov_report
