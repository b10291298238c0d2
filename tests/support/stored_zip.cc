#include "support/stored_zip.h"

#include <cstdint>

namespace gov_report {
namespace {

std::uint32_t crc_of(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
  }
  return ~crc;
}

std::string little(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) {
    text += static_cast<char>(value >> (8 * i) & 0xFF);
  }
  return text;
}

std::string u16(std::size_t value) {
  return little(static_cast<std::uint32_t>(value), 2);
}
std::string u32(std::size_t value) {
  return little(static_cast<std::uint32_t>(value), 4);
}

}  // namespace

std::string stored_zip(const ZipParts& parts) {
  std::string zip;
  std::string directory;
  for (const auto& [name, bytes] : parts) {
    // version, flags, method, time, date, checksum, sizes, length of the name
    const std::string about = u16(20) + u16(0) + u16(0) + u16(0) + u16(0x21) +
                              u32(crc_of(bytes)) + u32(bytes.size()) +
                              u32(bytes.size()) + u16(name.size()) + u16(0);
    directory += "PK\x01\x02" + u16(20) + about + u16(0) + u16(0) + u16(0) +
                 u32(0) + u32(zip.size()) + name;
    zip += "PK\x03\x04" + about + name + bytes;
  }
  return zip + directory + "PK\x05\x06" + u16(0) + u16(0) + u16(parts.size()) +
         u16(parts.size()) + u32(directory.size()) + u32(zip.size()) + u16(0);
}

ZipParts small_book(const std::string& rows, const std::string& strings,
                    const std::string& formats, const std::string& codes) {
  const std::string kind =
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/";
  return {
      {"_rels/.rels", "<Relationships><Relationship Id=\"rId1\" " + kind +
                          "officeDocument\" Target=\"xl/workbook.xml\"/>"
                          "</Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" "
       "r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"rId1\" " + kind +
           "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship "
           "Id=\"rId2\" " +
           kind +
           "styles\" Target=\"/xl/styles.xml\"/><Relationship Id=\"rId3\" " +
           kind +
           "sharedStrings\" Target=\"sharedStrings.xml\"/>"
           "</Relationships>"},
      {"xl/styles.xml", "<styleSheet><numFmts>" + codes +
                            "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                            "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>" +
                            formats + "</cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

}  // namespace gov_report
