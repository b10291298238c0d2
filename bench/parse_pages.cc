// parse_pages - parses web pages with gumbo and does nothing with them.
//
//   parse_pages FOLDER

#include <gumbo.h>

#include <filesystem>
#include <fstream>
#include <sstream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    const std::string page = bytes.str();
    GumboOutput* const tree = gumbo_parse_with_options(
        &kGumboDefaultOptions, page.data(), page.size());
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
  }
  return 0;
}
