// sealed_file.h - sealed/YEAR.json as `gov-report close` writes it: the
// figures of report.json, and what the next year is compared with.
//
//   {"schema": "gov-report/sealed/1", …, "cells": {…}, "stocks": {…},
//    "cases": {"applications": [{"id", "date", "class"}, …], …},
//    "documents": {"disclosures": [{"kind", "number", "date"}, …]},
//    "inputs": [{"file", "sha256"}, …], "outputs": [{"file", "sha256"}, …],
//    "sha256": "…"}
//
// No personal data: of a case its number, date and class; of a document its
// number. Same year, same bytes. "sha256" is the hash of all the rest, whatever
// its blanks and line breaks, so that a file edited by hand is found.

#pragma once

#include <map>
#include <string>

#include "base/json_writer.h"
#include "tally/report_file.h"

namespace gov_report {

inline constexpr std::string_view kSealedSchema = "gov-report/sealed/1";

struct SealedContent {
  const Table& table;
  YearEnd year_end;
  std::map<std::string, Decimal> stocks;  ///< at the end of the year, by cell
  std::map<std::string, std::string> inputs;   ///< file → SHA-256
  std::map<std::string, std::string> outputs;  ///< file → SHA-256
};

std::string write_sealed_file(const SealedContent& content);

/// The object of all printed cells.
void write_cells(JsonWriter& json, const Table& table);

/// The stocks at the end of the year by the cells that print them as opening
/// or closing stocks, as far as they are known.
std::map<std::string, Decimal> closing_stocks(const Table& table);

/// The hash of a file's content without its own "sha256".
std::string content_hash(const YamlNode& root);

/// What `close` adds to the figures; the findings of read_sealed_report().
/// False after sealed-invalid.
bool read_sealed_parts(const YamlNode& root, const std::string& file,
                       SealedReport& into, const FindingSink& sink);

}  // namespace gov_report
