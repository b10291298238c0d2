// embedded_index.h - what cmake/embed.cmake generates; use base/resources.h.

#pragma once

#include <span>
#include <string_view>

namespace gov_report {

struct EmbeddedFile {
  std::string_view path;
  const char* begin;
  const char* end;
};

std::span<const EmbeddedFile> embedded_index();

}  // namespace gov_report
