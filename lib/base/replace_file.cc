#include "base/replace_file.h"

#include <system_error>

#include "base/output_file.h"

namespace gov_report {

namespace fs = std::filesystem;

void replace_file(const fs::path& target, std::string_view bytes) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(target, error);
  if (error) throw_error(error.value(), target);
  fs::create_directories(real.parent_path(), error);
  if (error) throw_error(error.value(), target);
  write_output_file(target, bytes);
}

}  // namespace gov_report
