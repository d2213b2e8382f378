// SPDX-License-Identifier: Apache-2.0
// tertulia-import, the importer of foreign files: enters its sandbox, reads the visit pack that its one
// argument names, prints it as canonical JSON and ends. A program of its own, so that the appliance carries
// none of the parsers.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "drivers/linux/sandbox.h"
#include "firmware/formats/pack/canonical.h"
#include "firmware/formats/pack/pack.h"
#include "firmware/formats/text/strings.h"

namespace tertulia {
namespace {

// Files that may belong to a form that lies among others: tables and pictures, and never a store or a key.
bool may_belong_to_form(const std::filesystem::path& path) {
  static const std::set<std::string> kKinds{".csv",  ".tsv", ".txt",  ".xml", ".json", ".geojson",
                                            ".xlsx", ".xls", ".ods",  ".png", ".jpg",  ".jpeg",
                                            ".svg",  ".gif", ".webp", ".bmp"};
  return kKinds.contains(formats::lower_ascii(path.extension().string()));
}

// The pack, or a form and what may belong to it, see formats::paths_beside().
std::vector<std::filesystem::path> readable_for(const std::filesystem::path& path) {
  namespace fs = std::filesystem;
  std::vector<fs::path> readable{path};
  std::error_code unknown;
  if (fs::is_directory(path, unknown) || path.extension() == ".visit") return readable;
  const fs::path folder = fs::absolute(path, unknown).parent_path();
  readable.push_back(folder / (path.stem().string() + "-media"));
  for (fs::directory_iterator entry(folder, unknown); !unknown && entry != fs::directory_iterator();
       entry.increment(unknown))
    if (may_belong_to_form(entry->path())) readable.push_back(entry->path());
  return readable;
}

void import_pack(const std::string& path) {
  static_cast<void>(enter_sandbox(readable_for(path)));  // `tertulia check` says what the kernel lacks
  std::cout << formats::to_canonical(formats::read_pack(path));
  std::cout.flush();
}

}  // namespace
}  // namespace tertulia

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "tertulia-import PACK\n";
    return 2;
  }
  try {
    tertulia::import_pack(argv[1]);
  } catch (const std::exception& problem) {
    std::cerr << "tertulia-import ended: " << problem.what() << '\n';
    std::_Exit(70);
  }
  // What runs at a normal exit may need what the sandbox forbids: leave at once.
  std::_Exit(std::cout.good() ? 0 : 1);
}
