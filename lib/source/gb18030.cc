#include "source/gb18030.h"

#include <iconv.h>

#include <cerrno>
#include <system_error>

namespace gov_report {

namespace {

const iconv_t kNone = reinterpret_cast<iconv_t>(-1);
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool converts(iconv_t handle, char*& in, std::size_t& in_left, char*& out,
              std::size_t& out_left) {
  return iconv(handle, &in, &in_left, &out, &out_left) !=
         static_cast<std::size_t>(-1);
}

}  // namespace

Gb18030Converter::Gb18030Converter() : handle_(iconv_open("UTF-8", "GB18030")) {
  if (handle_ == kNone) {
    throw std::system_error(errno, std::generic_category(), "GB18030");
  }
}

Gb18030Converter::~Gb18030Converter() {
  iconv_close(handle_);
}

std::size_t Gb18030Converter::convert(std::string_view bytes,
                                      std::string& out) {
  char* in = const_cast<char*>(bytes.data());  // iconv does not write to it
  std::size_t in_left = bytes.size();
  while (in_left > 0) {
    // No character of GB18030 grows by more than half.
    const std::size_t used = out.size();
    out.resize(used + in_left + in_left / 2 + 8);
    char* to = out.data() + used;
    std::size_t to_left = out.size() - used;
    const bool all = converts(handle_, in, in_left, to, to_left);
    const int reason = errno;
    out.resize(out.size() - to_left);
    if (all || reason == EINVAL) break;
    if (reason == EILSEQ) {
      out += kReplacement;
      ++in;
      --in_left;
    }
  }
  return bytes.size() - in_left;
}

bool Gb18030Converter::has(std::string_view bytes) {
  char* in = const_cast<char*>(bytes.data());
  std::size_t in_left = bytes.size();
  char out[16];
  char* to = out;
  std::size_t to_left = sizeof out;
  if (converts(handle_, in, in_left, to, to_left)) return in_left == 0;
  iconv(handle_, nullptr, nullptr, nullptr, nullptr);  // forget the rest
  return false;
}

}  // namespace gov_report
