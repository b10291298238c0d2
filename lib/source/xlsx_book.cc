#include "source/xlsx_book.h"

#include <algorithm>
#include <map>

#include "base/byte_stream.h"

namespace gov_report {
namespace {

constexpr std::size_t kPiece = 1 << 16;

/// The relations of a part, by id.
class Relations : public XmlHandler {
 public:
  struct Relation {
    std::string type;  // the last word of its URI
    std::string target;
  };

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship") return;
    const std::string_view type = attributes.get("Type");
    by_id.try_emplace(std::string(attributes.get("Id")),
                      Relation{std::string(type.substr(type.rfind('/') + 1)),
                               std::string(attributes.get("Target"))});
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  /// Empty if there is none.
  std::string target_of_type(std::string_view type) const {
    for (const auto& [id, relation] : by_id) {
      if (relation.type == type) return relation.target;
    }
    return {};
  }

  std::map<std::string, Relation> by_id;
};

class Workbook : public XmlHandler {
 public:
  struct Sheet {
    std::string name;
    std::string relation;
    bool hidden = false;
  };

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "sheet" && sheets.size() <= kSheetsLimit) {
      const std::string_view state = attributes.get("state");
      sheets.push_back({std::string(attributes.get("name")),
                        std::string(attributes.get("id")),
                        state == "hidden" || state == "veryHidden"});
    } else if (name == "workbookPr") {
      const std::string_view flag = attributes.get("date1904");
      from_1904 = flag == "1" || flag == "true" || flag == "on";
    }
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<Sheet> sheets;
  bool from_1904 = false;
};

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

/// A target as the name of a part, seen from a part in `folder`.
std::string resolved(const std::string& folder, std::string target) {
  if (target.empty()) return target;
  if (target.starts_with('/')) return target.substr(1);
  std::string path = folder;
  for (;;) {
    if (target.starts_with("./")) {
      target.erase(0, 2);
    } else if (target.starts_with("../")) {
      target.erase(0, 3);
      if (!path.empty()) path.pop_back();
      path = folder_of(path);
    } else {
      return path + target;
    }
  }
}

/// The words that tell old and locked workbooks apart: an encrypted one is an
/// old container with a stream of this name.
bool mentions_encryption(ByteStream& bytes) {
  std::string mark;
  for (const char c : std::string_view("EncryptedPackage")) {
    mark += c;
    mark += '\0';
  }
  std::string window;
  std::string piece(kPiece, '\0');
  for (std::size_t got; (got = bytes.read(piece.data(), piece.size())) > 0;) {
    window.append(piece, 0, got);
    if (window.find(mark) != std::string::npos) return true;
    window.erase(0, window.size() - std::min(window.size(), mark.size()));
  }
  return false;
}

/// Old workbooks and locked ones are no zip files but a format of their own.
bool is_old_container(ByteStream& bytes) {
  constexpr std::string_view kMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  std::string start(kMagic.size(), '\0');
  start.resize(bytes.read(start.data(), start.size()));
  return start == kMagic;
}

bool is_empty(ByteStream& bytes) {
  char c = 0;
  return bytes.read(&c, 1) == 0;
}

}  // namespace

BookFault fault_of(const ZipError& error) {
  switch (error.kind) {
    case ZipError::Kind::not_a_zip:
      return {"not-a-workbook", error.detail};
    case ZipError::Kind::no_part:
      return {"part-missing", error.detail};
    case ZipError::Kind::too_large:
      return {"too-large", error.detail};
    case ZipError::Kind::encrypted:
      return {"password", error.detail};
    case ZipError::Kind::damaged:
    case ZipError::Kind::none:
      break;
  }
  return {"damaged", error.detail};
}

bool XlsxBook::read(const std::string& name, std::size_t limit,
                    XmlHandler& handler, BookFault& fault) {
  ZipError unopened;
  const auto part = archive_.stream(name, limit, unopened);
  if (part == nullptr) {
    fault = fault_of(unopened);
    return false;
  }
  XmlStream xml(handler);
  for (;;) {
    ZipError error;
    char* const room = xml.room(kPiece);
    if (room == nullptr) return fault = {"too-large", name}, false;
    const std::size_t got = part->read(room, kPiece, error);
    if (error.kind != ZipError::Kind::none) {
      fault = fault_of(error);
      return false;
    }
    if (strings_.full()) return fault = {"too-large", name}, false;
    switch (xml.parse(got, got == 0)) {
      case XmlStream::State::more:
      case XmlStream::State::paused:
        break;
      case XmlStream::State::done:
        return true;
      case XmlStream::State::failed:
        fault = {"broken-xml", name + ":" +
                                   std::to_string(xml.error().at.line) + ": " +
                                   xml.error().words};
        return false;
    }
  }
}

std::unique_ptr<XlsxBook> XlsxBook::open(const std::filesystem::path& path,
                                         BookFault& fault) {
  if (is_old_container(*open_file(path))) {
    const bool locked = mentions_encryption(*open_file(path));
    fault = {locked ? "password" : "old-format", ""};
    return nullptr;
  }
  if (is_empty(*open_file(path))) {
    fault = {"not-a-workbook", ""};
    return nullptr;
  }
  std::unique_ptr<XlsxBook> book(new XlsxBook);
  ZipError error;
  if (!book->archive_.open(path, error, kBookFileLimit)) {
    fault = fault_of(error);
    return nullptr;
  }
  if (!book->read_directory(fault)) return nullptr;
  return book;
}

std::unique_ptr<XlsxBook> XlsxBook::open_bytes(std::string bytes,
                                               BookFault& fault) {
  std::unique_ptr<XlsxBook> book(new XlsxBook);
  ZipError error;
  if (!book->archive_.open_bytes(std::move(bytes), error)) {
    fault = fault_of(error);
    return nullptr;
  }
  if (!book->read_directory(fault)) return nullptr;
  return book;
}

bool XlsxBook::read_directory(BookFault& fault) {
  Relations package;
  BookFault no_package;
  read("_rels/.rels", kZipPartLimit, package, no_package);
  std::string target = package.target_of_type("officeDocument");
  std::string main = resolved("", target.empty() ? "xl/workbook.xml" : target);
  if (main.ends_with(".bin")) return fault = {"old-format", main}, false;
  if (main.find("xl/") == std::string::npos && !archive_.has(main)) {
    main = "xl/workbook.xml";
  }
  if (!archive_.has(main)) return fault = {"not-a-workbook", main}, false;
  const std::string folder = folder_of(main);
  Workbook workbook;
  Relations relations;
  if (!read(main, kZipPartLimit, workbook, fault) ||
      !read(folder + "_rels/" + main.substr(folder.size()) + ".rels",
            kZipPartLimit, relations, fault)) {
    return false;
  }
  if (workbook.sheets.empty()) return fault = {"not-a-workbook", main}, false;
  if (workbook.sheets.size() > kSheetsLimit) {
    return fault = {"too-large", main}, false;
  }
  from_1904_ = workbook.from_1904;
  strings_part_ = resolved(folder, relations.target_of_type("sharedStrings"));
  styles_part_ = resolved(folder, relations.target_of_type("styles"));
  for (Workbook::Sheet& sheet : workbook.sheets) {
    const auto found = relations.by_id.find(sheet.relation);
    const bool is_there = found != relations.by_id.end();
    if (is_there && found->second.type != "worksheet") continue;  // a chart
    sheets_.push_back({std::move(sheet.name),
                       is_there ? resolved(folder, found->second.target) : "",
                       sheet.hidden});
  }
  if (sheets_.empty()) return fault = {"not-a-workbook", main}, false;
  return true;
}

bool XlsxBook::load_shared(BookFault& fault) {
  if (has_shared_) return true;
  if (!styles_part_.empty() &&
      !read(styles_part_, kZipPartLimit, styles_, fault)) {
    return false;
  }
  if (!strings_part_.empty() &&
      !read(strings_part_, kSheetLimit, strings_, fault)) {
    return false;
  }
  has_shared_ = true;
  return true;
}

std::unique_ptr<ZipPart> XlsxBook::stream(const BookSheet& sheet,
                                          BookFault& fault) {
  ZipError error;
  auto part = archive_.stream(sheet.part, kSheetLimit, error);
  if (part == nullptr) fault = fault_of(error);
  return part;
}

}  // namespace gov_report
