// write_examples DIR - writes the generated files of examples/ under DIR.

#include <filesystem>
#include <fstream>
#include <iostream>

#include "support/example_workspaces.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_examples DIR\n";
    return 2;
  }
  for (const auto& [path, text] : gov_report::test::example_files()) {
    const auto target = std::filesystem::path(argv[1]) / path;
    std::filesystem::create_directories(target.parent_path());
    std::ofstream out(target, std::ios::binary | std::ios::trunc);
    out << text;
    if (!out.flush()) {
      std::cerr << "cannot write " << target << "\n";
      return 2;
    }
  }
  return 0;
}
