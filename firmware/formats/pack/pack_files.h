// SPDX-License-Identifier: Apache-2.0
// The files of a visit pack in memory, from a folder or the same zipped as `*.visit`. Both give the same
// names, so both give the same version.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct PackFiles {
  FileMap files;
  Findings left_out;  // links, pipes and other things of the folder that are no files
};

// Names are relative with '/'. Hidden files, links and what packers add are left out. A folder around
// everything in the ZIP is taken off. Errors name the file and the limit.
[[nodiscard]] Result<PackFiles> read_pack_files(const std::string& path, const ZipLimits& limits = {});

// Hidden, or added by a packer or an operating system.
[[nodiscard]] bool is_left_out(std::string_view name);

// As people see the name of a file or folder: composed (NFC), without what nobody sees.
[[nodiscard]] std::string plain_name(std::string_view name);

// The file that a text of the visit names. An accent may be a letter of its own, as some systems write it,
// and what nobody sees makes no difference. Null when there is none.
[[nodiscard]] const FileMap::value_type* find_file(const FileMap& files, const std::string& name);

// "forms/~$pulse.xlsx": what an office program leaves beside a file that is open in it.
[[nodiscard]] bool is_lock_file(std::string_view name);

// Where a file that a form names may lie: beside the form, or in its folder of media, as the tools of ODK lay
// it out.
[[nodiscard]] std::vector<std::string> paths_beside(const std::string& form, const std::string& name);

// Hex SHA-256 over sorted names and contents, without lock files.
[[nodiscard]] std::string version_of(const FileMap& files);

}  // namespace tertulia::formats
