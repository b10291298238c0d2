// page.h - a generated page of docs/: written, or compared with what would be
// written.

#pragma once

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace gov_report::test {

/// PROGRAM PAGE writes `text`; PROGRAM --check PAGE fails if it differs.
inline int write_page(int argc, char** argv, const std::string& text) {
  const bool check = argc == 3 && std::string(argv[1]) == "--check";
  if (argc != 2 && !check) {
    std::cerr << "usage: " << argv[0] << " [--check] PAGE\n";
    return 2;
  }
  const std::string path = argv[argc - 1];
  std::ifstream in(path, std::ios::binary);
  std::ostringstream old;
  old << in.rdbuf();
  if (text == old.str()) return 0;
  if (check) {
    std::cerr << path << " is not what would be written: run make docs\n";
    return 1;
  }
  std::ofstream(path, std::ios::binary) << text;
  return 0;
}

}  // namespace gov_report::test
