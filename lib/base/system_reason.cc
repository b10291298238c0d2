#include "base/system_reason.h"

#include <cstring>
#include <filesystem>

namespace gov_report {
namespace {

std::string path_of(const std::system_error& error) {
  namespace fs = std::filesystem;
  if (const auto* of_path = dynamic_cast<const fs::filesystem_error*>(&error)) {
    return of_path->path1().string();
  }
  const std::string_view words = error.what();
  const std::string tail = ": " + error.code().message();
  return words.ends_with(tail)
             ? std::string(words.substr(0, words.size() - tail.size()))
             : std::string();
}

}  // namespace

std::vector<Argument> reason_arguments(const std::system_error& error,
                                       std::string_view shown) {
  const std::string path = path_of(error);
  const bool other = !path.empty() && path != shown;
  return {{"reason", (other ? path + ": " : "") + error.code().message()},
          {"errno", std::to_string(error.code().value())}};
}

std::string errno_name(int number) {
  const char* name = strerrorname_np(number);
  return name == nullptr ? "" : name;
}

std::string with_words(std::string_view reason, int number,
                       std::string_view words) {
  const std::string own = std::generic_category().message(number);
  if (!reason.ends_with(own)) return std::string(reason);
  reason.remove_suffix(own.size());
  return std::string(reason) + std::string(words);
}

}  // namespace gov_report
