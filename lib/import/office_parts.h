// office_parts.h - parts of an office file as XML events, with the words for
// what is wrong with them.

#pragma once

#include <string>

#include "import/cell_grid.h"
#include "source/xml_events.h"
#include "source/zip_archive.h"

namespace gov_report {

/// False, and `fault` filled, if the archive cannot be opened.
bool open_office_file(ZipArchive& archive, const std::filesystem::path& file,
                      ReadFault& fault);

/// False, and `fault` filled, if the part cannot be read.
bool read_part(ZipArchive& archive, const std::string& part,
               XmlHandler& handler, ReadFault& fault);

/// The same; a part that is not there is no fault.
bool read_part_if_there(ZipArchive& archive, const std::string& part,
                        XmlHandler& handler, ReadFault& fault);

/// A whole number; `absent` for any other text.
int number_or(std::string_view text, int absent);

}  // namespace gov_report
