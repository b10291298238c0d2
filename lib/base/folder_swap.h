// folder_swap.h - puts a finished folder in the place of another one.

#pragma once

#include <filesystem>
#include <system_error>

namespace gov_report {

/// Some file systems (FAT, some network ones) cannot exchange two folders in
/// one step. There the old one is moved aside first: for a moment, or until
/// repair_swap() after a kill, the target is missing, but nothing is lost.
enum class SwapMeans { exchange, two_renames };

/// Afterwards `target` is what `fresh` was, and the old target, if there was
/// one, stands at `fresh` or at retired_path(target). `exchange` falls back to
/// `two_renames`. On an error both folders are as before.
std::error_code swap_folders(const std::filesystem::path& fresh,
                             const std::filesystem::path& target,
                             SwapMeans means);

/// Where two_renames puts the old target: ".2019.old" beside "2019".
std::filesystem::path retired_path(const std::filesystem::path& target);

/// Ends what a killed swap left: a missing target is put back, a retired one
/// that has a successor is removed.
std::error_code repair_swap(const std::filesystem::path& target);

}  // namespace gov_report
