// workspace.h - which files of a folder belong to one report year.

#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace gov_report {

/// Of ledgers, in the order in which they are read. Any other ending beside a
/// ledger's name is somebody's own file.
inline constexpr std::array<std::string_view, 9> kLedgerEndings = {
    ".csv", ".tsv", ".yaml", ".yml", ".xlsx", ".xlsm", ".xls", ".et", ".ods"};

/// A file and how messages name it: relative to the workspace.
struct InputFile {
  std::filesystem::path path;
  std::string name;     ///< with "#" and the sheet, if there is one
  std::string sheet{};  ///< of a workbook; empty: the only one, or no workbook
};

/// The file without its sheet.
InputFile whole_file(const InputFile& file);

class Workspace {
 public:
  explicit Workspace(std::filesystem::path root) : root_(std::move(root)) {}

  const std::filesystem::path& root() const { return root_; }

  /// A file by its path in the workspace, with "#" and a sheet or without.
  InputFile at(const std::string& location) const;

  /// The files of a ledger: ledgers/NAME.* and ledgers/<year>/NAME.* of every
  /// year, sorted. All years count: carried-over cases are in earlier ones.
  std::vector<InputFile> ledger(std::string_view name) const;

  /// Entries of ledgers/ that are no file of the ledgers `names` and no year:
  /// often a ledger under another name. Hidden files, and those that Excel
  /// makes while a workbook is open, are left out.
  std::vector<std::string> unread_ledger_files(
      const std::vector<std::string>& names) const;

  /// These exist or not; callers look.
  InputFile counts(int year) const;
  InputFile sealed(int year) const;
  InputFile narrative(int year, std::string_view section) const;
  InputFile waivers() const;
  InputFile output(int year) const;

  /// False after a finding (file-unreadable) about folders of inputs that are
  /// there and cannot be listed or entered.
  bool can_read_folders(const FindingSink& sink) const;

  /// The latest year that anything here is named for, at least `year`.
  /// Ledgers hold rows up to the January after it.
  int latest_year(int year) const;

  bool exists(const InputFile& file) const {
    return std::filesystem::exists(file.path);
  }

 private:
  InputFile file(std::string name) const { return {root_ / name, name}; }

  std::filesystem::path root_;
};

}  // namespace gov_report
